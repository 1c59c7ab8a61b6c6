using System.Text.Json;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;
using TelegramHls.BotApi.Tests.Wire;

namespace TelegramHls.BotApi.Tests;

/// <summary>What each method asks over the wire; the expected bodies follow the Bot API's documentation.</summary>
public sealed class MethodTests : IAsyncLifetime
{
    private const string Post =
        """{"ok":true,"result":{"message_id":7,"date":1767225600,"chat":{"id":5,"type":"private"}}}""";
    private const string Yes = """{"ok":true,"result":true}""";

    private TelegramStandIn _server = null!;

    public static TheoryData<string, string, string, Func<TelegramBotClient, Task>> Calls => new()
    {
        { "getMe", "", """{"ok":true,"result":{"id":1,"is_bot":true,"first_name":"b"}}""", bot => bot.GetMe() },
        { "logOut", "", Yes, bot => bot.LogOut() },
        { "close", "", Yes, bot => bot.Close() },
        {
            "getUpdates", """{"offset":-1,"limit":1,"timeout":0,"allowed_updates":[]}""", """{"ok":true,"result":[]}""",
            bot => bot.GetUpdates(-1, 1, 0, [])
        },
        { "deleteWebhook", """{"drop_pending_updates":true}""", Yes, bot => bot.DeleteWebhook(true) },
        { "getWebhookInfo", "", """{"ok":true,"result":{"url":""}}""", bot => bot.GetWebhookInfo() },
        {
            "setWebhook", """{"url":"https://a.bc/h","max_connections":5,"secret_token":"s"}""", Yes,
            bot => bot.SetWebhook("https://a.bc/h", maxConnections: 5, secretToken: "s")
        },
        {
            "sendMessage",
            """
            {"chat_id":"@films","text":"<b>x</b>","parse_mode":"HTML","reply_parameters":{"message_id":3},
             "link_preview_options":{"is_disabled":true}}
            """,
            Post, bot => bot.SendMessage("@films", "<b>x</b>", ParseMode.Html, 3, linkPreviewOptions: true)
        },
        {
            "sendVideo", """{"chat_id":5,"video":"BAACx","duration":0,"supports_streaming":true,"cover":"AgACx"}""",
            Post, bot => bot.SendVideo(5, "BAACx", duration: 0, supportsStreaming: true, cover: "AgACx")
        },
        {
            "sendPhoto", """{"chat_id":5,"photo":"AgACx","caption":"c"}""", Post,
            bot => bot.SendPhoto(5, "AgACx", "c")
        },
        {
            "sendChatAction", """{"chat_id":5,"action":"upload_document"}""", Yes,
            bot => bot.SendChatAction(5, ChatAction.UploadDocument)
        },
        {
            "forwardMessage", """{"chat_id":-1001,"from_chat_id":-1002,"message_id":9,"disable_notification":true}""",
            Post, bot => bot.ForwardMessage(-1001, -1002, 9, disableNotification: true)
        },
        {
            "forwardMessages", """{"chat_id":1,"from_chat_id":2,"message_ids":[3,4]}""",
            """{"ok":true,"result":[{"message_id":8}]}""", bot => bot.ForwardMessages(1, 2, [3, 4])
        },
        {
            "copyMessage", """{"chat_id":1,"from_chat_id":2,"message_id":3,"caption":""}""",
            """{"ok":true,"result":{"message_id":8}}""", bot => bot.CopyMessage(1, 2, 3, "")
        },
        {
            "copyMessages", """{"chat_id":1,"from_chat_id":2,"message_ids":[3],"remove_caption":true}""",
            """{"ok":true,"result":[{"message_id":8}]}""", bot => bot.CopyMessages(1, 2, [3], true)
        },
        {
            "getChat", """{"chat_id":"@films"}""", """{"ok":true,"result":{"id":5,"type":"channel"}}""",
            bot => bot.GetChat("@films")
        },
        {
            "getChatMember", """{"chat_id":5,"user_id":6}""",
            """{"ok":true,"result":{"status":"left","user":{"id":6}}}""", bot => bot.GetChatMember(5, 6)
        },
        {
            "getChatAdministrators", """{"chat_id":5,"return_bots":true}""", """{"ok":true,"result":[]}""",
            bot => bot.GetChatAdministrators(5, true)
        },
        {
            "pinChatMessage", """{"chat_id":5,"message_id":6,"disable_notification":true}""", Yes,
            bot => bot.PinChatMessage(5, 6, true)
        },
        { "unpinChatMessage", """{"chat_id":5}""", Yes, bot => bot.UnpinChatMessage(5) },
        { "unpinAllChatMessages", """{"chat_id":5}""", Yes, bot => bot.UnpinAllChatMessages(5) },
        {
            "editMessageText",
            """
            {"chat_id":5,"message_id":6,"text":"t",
             "reply_markup":{"inline_keyboard":[[{"text":"W","url":"http://a.bc"}]]}}
            """,
            Post, bot => bot.EditMessageText(5, 6, "t", replyMarkup: InlineKeyboardButton.WithUrl("W", "http://a.bc"))
        },
        {
            "editMessageText", """{"inline_message_id":"i","text":"t"}""", Yes, bot => bot.EditMessageText("i", "t")
        },
        {
            "editMessageCaption", """{"chat_id":5,"message_id":6,"caption":"c"}""", Post,
            bot => bot.EditMessageCaption(5, 6, "c")
        },
        {
            "editMessageReplyMarkup", """{"chat_id":5,"message_id":6,"reply_markup":{"inline_keyboard":[]}}""", Post,
            bot => bot.EditMessageReplyMarkup(5, 6, InlineKeyboardMarkup.Empty())
        },
        { "deleteMessage", """{"chat_id":5,"message_id":6}""", Yes, bot => bot.DeleteMessage(5, 6) },
        { "deleteMessages", """{"chat_id":5,"message_ids":[6,7]}""", Yes, bot => bot.DeleteMessages(5, [6, 7]) },
        {
            "answerCallbackQuery", """{"callback_query_id":"9","text":"t","show_alert":true}""", Yes,
            bot => bot.AnswerCallbackQuery("9", "t", true)
        },
        {
            "setMyCommands",
            """
            {"commands":[{"command":"list","description":"Films"}],"scope":{"type":"all_private_chats"},
             "language_code":"de"}
            """,
            Yes, bot => bot.SetMyCommands([new BotCommand("list", "Films")], BotCommandScope.AllPrivateChats(), "de")
        },
        { "setMyName", """{"name":"n"}""", Yes, bot => bot.SetMyName("n") },
        { "setMyDescription", """{"description":"d"}""", Yes, bot => bot.SetMyDescription("d") },
        { "setMyShortDescription", """{"short_description":"d"}""", Yes, bot => bot.SetMyShortDescription("d") },
        {
            "setChatMenuButton",
            """{"chat_id":5,"menu_button":{"type":"web_app","text":"Films","web_app":{"url":"https://a.bc"}}}""",
            Yes, bot => bot.SetChatMenuButton(5, new MenuButtonWebApp { Text = "Films", WebApp = "https://a.bc" })
        },
    };

    public async Task InitializeAsync() => _server = await TelegramStandIn.Start();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Method_Called_AsksAsDocumented(
        string method, string body, string answer, Func<TelegramBotClient, Task> call)
    {
        _server.AnswerJson(answer);

        await call(_server.Client());

        Seen request = _server.Requests.Single();
        request.Verb.ShouldBe("POST");
        request.Method.ShouldBe(method);
        SortedFields(request.Text).ShouldBe(SortedFields(body));
    }

    [Fact]
    public async Task TestApi_RevokedToken_IsFalse()
    {
        _server.AnswerJson("""{"ok":false,"error_code":401,"description":"Unauthorized"}""", 401);

        bool valid = await _server.Client().TestApi();

        valid.ShouldBeFalse();
    }

    // The order of fields in an object says nothing.
    private static string SortedFields(string json)
    {
        if (json.Length == 0)
            return "";
        using JsonDocument document = JsonDocument.Parse(json);
        return string.Join('\n', document.RootElement.EnumerateObject()
            .OrderBy(field => field.Name, StringComparer.Ordinal)
            .Select(field => $"{field.Name}={JsonSerializer.Serialize(field.Value)}"));
    }
}
