using System.Net;
using System.Text.Json;

namespace TelegramHls.Sandbox.Tests.Contract;

/// <summary>Error texts by hand from the fact sheet, §1.1 and §4. They hold on every server.</summary>
public sealed class ErrorTextTests(Live live) : IClassFixture<Live>
{
    private const string Parse = "Bad Request: can't parse entities: ";

    [Theory]
    [InlineData("{}", 400, "Bad Request: message text is empty")]
    [InlineData("""{"text":"x"}""", 400, "Bad Request: chat_id is empty")]
    [InlineData("""{"text":"x","chat_id":-100}""", 400, "Bad Request: chat not found")]
    [InlineData("""{"text":"x","chat_id":1}""", 400, "Bad Request: chat not found")]
    [InlineData("""{"text":"  \n ","chat_id":"CHAT"}""", 400, "Bad Request: text must be non-empty")]
    [InlineData("""{"text":"x","chat_id":"CHAT","parse_mode":"Tex"}""", 400, "Bad Request: unsupported parse_mode")]
    [InlineData("""{"text":"x","chat_id":"CHAT","reply_parameters":{"message_id":99999999}}""", 400,
        "Bad Request: message to be replied not found")]
    [InlineData("""{"text":"x","chat_id":"CHAT","reply_markup":{"inline_keyboard":[[{"text":"a","url":"http://localhost:1/x"}]]}}""",
        400, "Bad Request: inline keyboard button URL 'http://localhost:1/x' is invalid: Wrong HTTP URL")]
    [InlineData("""{"text":"x","chat_id":"CHAT","reply_markup":{"inline_keyboard":[[{"text":"a","web_app":{"url":"http://a.b/"}}]]}}""",
        400, "Bad Request: inline keyboard button Web App URL 'http://a.b/' is invalid: Only HTTPS links are allowed")]
    [InlineData("""{"text":"x","chat_id":"CHAT","reply_markup":{"inline_keyboard":[[{"text":"a","callback_data":"01234567890123456789012345678901234567890123456789012345678901234"}]]}}""",
        400, "Bad Request: BUTTON_DATA_INVALID")]
    public async Task SendMessage_Wrong_SaysSo(string body, int status, string description)
    {
        using var json = new StringContent(
            body.Replace("\"CHAT\"", live.Chat.ToString(), StringComparison.Ordinal), null, "application/json");

        Answer answer = await live.Api.Post("sendMessage", json);

        ShouldFail(answer, status, description);
    }

    [Theory]
    [InlineData("<x>a</x>", "Unsupported start tag \"x\" at byte offset 0")]
    [InlineData("é<b", "Unclosed start tag at byte offset 2")]
    [InlineData("<a href=\"http://a.b", "Unclosed start tag \"a\" at byte offset 0")]
    [InlineData("a</b>", "Unexpected end tag at byte offset 1")]
    [InlineData("<b>a</b", "Unclosed end tag at byte offset 4")]
    [InlineData("<b>a</i>", "Unmatched end tag at byte offset 4, expected \"</b>\", found \"</i>\"")]
    [InlineData("<b>a", "Can't find end tag corresponding to start tag \"b\"")]
    [InlineData("<span class=\"x\">a</span>", "Tag \"span\" must have class \"tg-spoiler\" at byte offset 0")]
    [InlineData("<a =x>a</a>", "Empty attribute name in the tag \"a\" at byte offset 0")]
    public async Task Html_Wrong_SaysWhere(string text, string fault)
    {
        Answer answer = await live.Api.Call("sendMessage",
            ("chat_id", live.Chat), ("text", text), ("parse_mode", "HTML"));

        ShouldFail(answer, 400, Parse + fault);
    }

    [Theory]
    [InlineData("deleteMessage", "message_id", "99999999", "message to delete not found")]
    [InlineData("deleteMessage", "x", "", "message identifier is not specified")]
    [InlineData("deleteMessages", "message_ids", "[]", "message identifiers are not specified")]
    [InlineData("pinChatMessage", "message_id", "99999999", "message to pin not found")]
    [InlineData("editMessageReplyMarkup", "message_id", "99999999", "message to edit not found")]
    [InlineData("sendDocument", "x", "", "there is no document in the request")]
    [InlineData("sendVideo", "x", "", "there is no video in the request")]
    [InlineData("sendDocument", "document", "http://256.0.0.1/x", "failed to get HTTP URL content")]
    [InlineData("getFile", "x", "", "file_id not specified")]
    [InlineData("getFile", "file_id", "garbage", "invalid file_id")]
    [InlineData("sendChatAction", "action", "jump", "wrong parameter action in request")]
    [InlineData("answerCallbackQuery", "callback_query_id", "1",
        "query is too old and response timeout expired or query ID is invalid")]
    [InlineData("setWebhook", "url", "nonsense", "invalid webhook URL specified")]
    public async Task Method_WrongParameter_SaysSo(string method, string field, string value, string fault)
    {
        Answer answer = await live.Api.Call(method, ("chat_id", live.Chat), (field, value));

        ShouldFail(answer, 400, $"Bad Request: {fault}");
    }

    [Theory]
    [InlineData("forwardMessage", "message to forward not found")]
    [InlineData("copyMessage", "message to copy not found")]
    public async Task Copying_MissingMessage_SaysSo(string method, string fault)
    {
        Answer answer = await live.Api.Call(method,
            ("chat_id", live.Chat), ("from_chat_id", live.Chat), ("message_id", 99999999));

        ShouldFail(answer, 400, $"Bad Request: {fault}");
    }

    [Theory]
    [InlineData(4096, 4097, "sendMessage", "text", "message is too long")]
    [InlineData(1024, 1025, "sendDocument", "caption", "message caption is too long")]
    public async Task Text_OneCharacterTooLong_IsRefused(int most, int more, string method, string field, string fault)
    {
        byte[] file = [1];
        Answer fits = await live.Api.Upload(method, "document", "a.bin", file,
            ("chat_id", live.Chat), (field, new string('я', most)));
        Answer answer = await live.Api.Upload(method, "document", "a.bin", file,
            ("chat_id", live.Chat), (field, new string('я', more)));

        fits.Status.ShouldBe(HttpStatusCode.OK);
        ShouldFail(answer, 400, $"Bad Request: {fault}");
    }

    [Fact]
    public async Task Edit_SameContent_IsNotModified()
    {
        Answer sent = await live.Api.Call("sendMessage", ("chat_id", live.Chat), ("text", "same"));

        Answer answer = await live.Api.Call("editMessageText",
            ("chat_id", live.Chat), ("message_id", sent.MessageId), ("text", "same"));
        Answer caption = await live.Api.Call("editMessageCaption",
            ("chat_id", live.Chat), ("message_id", sent.MessageId), ("caption", "x"));

        ShouldFail(answer, 400, "Bad Request: message is not modified: specified new message content and reply markup are "
            + "exactly the same as a current content and reply markup of the message");
        ShouldFail(caption, 400, "Bad Request: there is no caption in the message to edit");
    }

    [Fact]
    public async Task Token_Unknown_IsUnauthorized()
    {
        Answer method = await live.Api.Call("noSuchMethod");
        string url = live.Api.MethodUrl("getMe").Replace(live.Api.Token[^6..], "AAAAAA", StringComparison.Ordinal);
        using HttpResponseMessage response = await live.Api.Http.GetAsync(url);
        Answer token = await Api.Read(response);

        ShouldFail(token, 401, "Unauthorized");
        method.Status.ShouldBe(HttpStatusCode.NotFound);
        method.Description.ShouldStartWith("Not Found");
    }

    [Fact]
    public async Task Upload_EmptyFile_IsRefused()
    {
        Answer answer = await live.Api.Upload("sendDocument", "document", "a.bin", [], ("chat_id", live.Chat));

        ShouldFail(answer, 400, "Bad Request: file must be non-empty");
    }

    private static void ShouldFail(Answer answer, int status, string description)
    {
        answer.Description.ShouldBe(description);
        ((int)answer.Status).ShouldBe(status);
        answer.Body.GetProperty("ok").ValueKind.ShouldBe(JsonValueKind.False);
        answer.Body.GetProperty("error_code").GetInt32().ShouldBe(status);
    }
}
