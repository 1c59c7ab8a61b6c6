using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json;
using TelegramHls.Sandbox.Tests.Contract;

namespace TelegramHls.Sandbox.Tests.Behaviour;

/// <summary>File ids per bot, kinds, limits, downloads.</summary>
public sealed class FileTests : IAsyncLifetime
{
    private Contract.Sandbox _sandbox = null!;

    public async Task InitializeAsync() => _sandbox = await Contract.Sandbox.Start();

    public async Task DisposeAsync() => await _sandbox.DisposeAsync();

    [SandboxFact]
    public async Task FileId_OfAnotherBot_IsRefusedUntilForwarded()
    {
        long chat = _sandbox.Channel();
        Answer sent = await _sandbox.Storage().Upload("sendDocument", "document", "a.bin", [1, 2, 3], ("chat_id", chat));
        JsonElement theirs = sent.Result.GetProperty("document");
        await _sandbox.Person.Hook("members", new { chat_id = chat, user_id = _sandbox.Accounts.StorageBots[1].Bot.Id });
        Api other = _sandbox.Storage(1);

        Answer get = await other.Call("getFile", ("file_id", Id(theirs)));
        Answer send = await other.Call("sendDocument", ("chat_id", chat), ("document", Id(theirs)));
        Answer forward = await other.Call("forwardMessage",
            ("chat_id", _sandbox.Channel(1)), ("from_chat_id", chat), ("message_id", sent.MessageId));
        JsonElement own = forward.Result.GetProperty("document");
        Answer again = await other.Call("sendDocument", ("chat_id", _sandbox.Channel(1)), ("document", Id(own)));

        get.Description.ShouldBe("Bad Request: wrong file_id or the file is temporarily unavailable");
        send.Description.ShouldBe("Bad Request: wrong file identifier/HTTP URL specified");
        Id(own).ShouldNotBe(Id(theirs));
        own.GetProperty("file_unique_id").GetString().ShouldBe(theirs.GetProperty("file_unique_id").GetString());
        again.Result.GetProperty("document").GetProperty("file_name").GetString().ShouldBe("a.bin");
    }

    [SandboxFact]
    public async Task UniqueId_OfTheSameBytesUploadedAgain_IsAnother()
    {
        Answer first = await _sandbox.Storage().Upload("sendDocument", "document", "a.bin", [1, 2], ("chat_id", _sandbox.Channel()));
        Answer second = await _sandbox.Storage().Upload("sendDocument", "document", "a.bin", [1, 2], ("chat_id", _sandbox.Channel()));
        Answer resent = await _sandbox.Storage().Call(
            "sendDocument", ("chat_id", _sandbox.Channel()), ("document", Id(first.Result.GetProperty("document"))));

        string[] unique = [.. new[] { first, second, resent }.Select(answer =>
            answer.Result.GetProperty("document").GetProperty("file_unique_id").GetString()!)];
        unique[1].ShouldNotBe(unique[0]);
        unique[2].ShouldBe(unique[0]);
    }

    [SandboxFact]
    public async Task FileIds_Expired_AreRefused()
    {
        Answer sent = await _sandbox.Storage().Upload("sendDocument", "document", "a.bin", [1], ("chat_id", _sandbox.Channel()));

        await _sandbox.Person.Hook("expire", new { bot = _sandbox.Accounts.StorageBots[0].Bot.Id });
        Answer get = await _sandbox.Storage().Call("getFile", ("file_id", Id(sent.Result.GetProperty("document"))));

        get.Description.ShouldBe("Bad Request: wrong file_id or the file is temporarily unavailable");
    }

    [SandboxTheory]
    [InlineData(20_971_520, true)]
    [InlineData(20_971_521, false)]
    public async Task GetFile_Cloud_EndsAtTwentyMebibytes(int size, bool fits)
    {
        Answer sent = await _sandbox.Storage().Upload("sendDocument", "document", "a.bin", new byte[size],
            ("chat_id", _sandbox.Channel()));

        Answer get = await _sandbox.Storage().Call("getFile", ("file_id", Id(sent.Result.GetProperty("document"))));

        get.Description.ShouldBe(fits ? null : "Bad Request: file is too big");
        get.Status.ShouldBe(fits ? HttpStatusCode.OK : HttpStatusCode.BadRequest);
    }

    [SandboxTheory]
    [InlineData(52_428_800, 200)]
    [InlineData(52_428_801, 413)]
    public async Task Upload_Cloud_EndsAtFiftyMebibytes(int size, int status)
    {
        Answer sent = await _sandbox.Storage().Upload("sendDocument", "document", "a.bin", new byte[size],
            ("chat_id", _sandbox.Channel()));

        ((int)sent.Status).ShouldBe(status);
        sent.Description.ShouldBe(status == 413 ? "Request Entity Too Large" : null);
    }

    [SandboxTheory]
    [InlineData("a.mp4", "sendDocument", false, "video")]
    [InlineData("a.mp4", "sendDocument", true, "document")]
    [InlineData("a.gif", "sendDocument", false, "animation")]
    [InlineData("a.mp3", "sendDocument", false, "audio")]
    [InlineData("a.bin", "sendDocument", false, "document")]
    [InlineData("a.mkv", "sendVideo", false, "document")]
    [InlineData("a.mp4", "sendVideo", false, "video")]
    [InlineData("a.ogg", "sendVoice", false, "voice")]
    [InlineData("a.mp4", "sendVideoNote", false, "video_note")]
    [InlineData("a.jpg", "sendPhoto", false, "photo")]
    [InlineData("a.mp4", "sendAnimation", false, "animation")]
    public async Task Kind_ByContent_IsAsTelegramDecides(string name, string method, bool undetected, string kind)
    {
        string field = method == "sendVideoNote" ? "video_note" : method["send".Length..].ToLowerInvariant();

        Answer sent = await _sandbox.Storage().Upload(method, field, name, [1, 2],
            ("chat_id", _sandbox.Channel()), ("disable_content_type_detection", undetected), ("duration", 7));

        sent.Result.TryGetProperty(kind, out JsonElement media).ShouldBeTrue(sent.Body.ToString());
        sent.Result.TryGetProperty("document", out _).ShouldBe(kind is "document" or "animation");
        if (kind is "video" or "voice" or "audio")
        {
            media.GetProperty("duration").GetInt32().ShouldBe(7);
        }
    }

    [SandboxFact]
    public async Task Download_Range_IsPartialUnlessSwitchedOff()
    {
        byte[] content = RandomNumberGenerator.GetBytes(1000);
        string url = await FileUrl(content);

        (HttpStatusCode status, byte[] part) = await Range(url, 10, 19);
        await _sandbox.Person.Weather(new { effect = "NoRange" });
        (HttpStatusCode whole, byte[] all) = await Range(url, 10, 19);

        status.ShouldBe(HttpStatusCode.PartialContent);
        part.ShouldBe(content[10..20]);
        whole.ShouldBe(HttpStatusCode.OK);
        all.ShouldBe(content);
    }

    [SandboxFact]
    public async Task Download_AfterAnHour_IsNotFoundUntilAskedAgain()
    {
        string url = await FileUrl([1, 2, 3]);

        await _sandbox.Person.MoveClock(TimeSpan.FromHours(1));
        using HttpResponseMessage expired = await _sandbox.Http.GetAsync(url);
        Answer answer = await Api.Read(expired);

        answer.Status.ShouldBe(HttpStatusCode.NotFound);
        answer.Description.ShouldBe("Not Found");
    }

    [SandboxFact]
    public async Task Album_ThreeDocuments_SharesAGroup()
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(_sandbox.Channel().ToString()), "chat_id" },
            {
                new StringContent("""
                    [{"type":"document","media":"attach://a"},{"type":"document","media":"attach://b","caption":"<b>c</b>","parse_mode":"HTML"}]
                    """), "media"
            },
            { new ByteArrayContent([1]), "a", "a.bin" },
            { new ByteArrayContent([2]), "b", "b.bin" },
        };

        Answer answer = await _sandbox.Storage().Post("sendMediaGroup", form);

        answer.Result.EnumerateArray().Select(each => each.GetProperty("document").GetProperty("file_name").GetString())
            .ShouldBe(["a.bin", "b.bin"]);
        answer.Result.EnumerateArray().Select(each => each.GetProperty("media_group_id").GetString()).Distinct()
            .Count().ShouldBe(1);
        answer.Result[1].GetProperty("caption").GetString().ShouldBe("c");
    }

    private async Task<string> FileUrl(byte[] content)
    {
        Api bot = _sandbox.Storage();
        Answer sent = await bot.Upload("sendDocument", "document", "a.bin", content, ("chat_id", _sandbox.Channel()));
        Answer get = await bot.Call("getFile", ("file_id", Id(sent.Result.GetProperty("document"))));
        return $"{_sandbox.Server.Url}/file/bot{bot.Token}/{get.Result.GetProperty("file_path").GetString()}";
    }

    private async Task<(HttpStatusCode Status, byte[] Bytes)> Range(string url, int from, int to)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.Range = new RangeHeaderValue(from, to);
        using HttpResponseMessage response = await _sandbox.Http.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsByteArrayAsync());
    }

    private static string Id(JsonElement file) => file.GetProperty("file_id").GetString()!;
}
