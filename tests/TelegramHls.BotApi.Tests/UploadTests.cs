using System.Text;
using System.Text.Json;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;
using TelegramHls.BotApi.Tests.Wire;

namespace TelegramHls.BotApi.Tests;

public sealed class UploadTests : IAsyncLifetime
{
    private const string Sent = """
        {"ok":true,"result":{"message_id":7,"date":1767225600,"chat":{"id":-1001234567890,"type":"channel"}}}
        """;

    private TelegramStandIn _server = null!;

    public async Task InitializeAsync()
    {
        _server = await TelegramStandIn.Start();
        _server.AnswerJson(Sent);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    // Quotes, backslashes, line ends and percent signs are percent-coded, the server decodes them; the rest is UTF-8.
    [Theory]
    [InlineData("film.mp4", "film.mp4")]
    [InlineData("Война и мир.mkv", "Война и мир.mkv")]
    [InlineData("say \"hi\".mp4", "say %22hi%22.mp4")]
    [InlineData("a\\b.mp4", "a%5Cb.mp4")]
    [InlineData("two\r\nlines: x.mp4", "two%0D%0Alines: x.mp4")]
    [InlineData("🎬 film 映画.mp4", "🎬 film 映画.mp4")]
    [InlineData("100%25.mp4", "100%2525.mp4")]
    [InlineData("a;b=c,d'é.mp4", "a;b=c,d'é.mp4")]
    public async Task SendDocument_FileName_IsOneHeaderValueTheServerCanDecode(string name, string onTheWire)
    {
        using var bytes = new MemoryStream([1, 2, 3]);

        await _server.Client().SendDocument(-1001234567890, InputFile.FromStream(bytes, name));

        (string headers, byte[] body) = Parts.Of(_server.Requests.Single())[^1];
        headers.ShouldContain($"Content-Disposition: form-data; name=\"0\"; filename=\"{onTheWire}\"");
        headers.Split("\r\n").Length.ShouldBe(2);
        headers.ShouldNotContain("filename*");
        Uri.UnescapeDataString(onTheWire).ShouldBe(name);
        body.ShouldBe([1, 2, 3]);
    }

    [Fact]
    public async Task SendDocument_Stream_CarriesParametersAsFields()
    {
        using var bytes = new MemoryStream([0, 255, 13, 10, 45, 45]);

        Message sent = await _server.Client().SendDocument(
            "@films",
            InputFile.FromStream(bytes, "a.bin"),
            caption: "Ёж <b>&</b>",
            parseMode: ParseMode.Html,
            replyMarkup: new InlineKeyboardMarkup(InlineKeyboardButton.WithCallbackData("OK", "ok:1")),
            disableContentTypeDetection: true,
            disableNotification: true);

        Seen request = _server.Requests.Single();
        Dictionary<string, string> fields = Parts.Of(request).ToDictionary(
            part => part.Headers.Split('"')[1],
            part => Encoding.UTF8.GetString(part.Body),
            StringComparer.Ordinal);
        request.Path.ShouldBe($"/bot{TelegramStandIn.Token}/sendDocument");
        fields["chat_id"].ShouldBe("@films");
        fields["caption"].ShouldBe("Ёж <b>&</b>");
        fields["parse_mode"].ShouldBe("HTML");
        fields["disable_content_type_detection"].ShouldBe("true");
        fields["disable_notification"].ShouldBe("true");
        fields["document"].ShouldBe("attach://0");
        fields["reply_markup"].ShouldBe("""{"inline_keyboard":[[{"text":"OK","callback_data":"ok:1"}]]}""");
        fields.ContainsKey("protect_content").ShouldBeFalse();
        Parts.Of(request)[^1].Body.ShouldBe([0, 255, 13, 10, 45, 45]);
        sent.Id.ShouldBe(7);
        sent.Chat.Type.ShouldBe(ChatType.Channel);
        sent.Date.ShouldBe(new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));
    }

    [Fact]
    public async Task SendDocument_StreamThatKnowsItsLength_SendsContentLengthAndLeavesItOpen()
    {
        using var bytes = new MemoryStream(new byte[100]);
        bytes.Position = 40;

        await _server.Client().SendDocument(1, InputFile.FromStream(bytes, "rest.bin"));

        Seen request = _server.Requests.Single();
        request.Protocol.ShouldBe("HTTP/1.1");
        request.Headers["Content-Length"].ShouldBe(request.Body.Length.ToString());
        request.Headers.ContainsKey("Transfer-Encoding").ShouldBeFalse();
        request.Headers.ContainsKey("Expect").ShouldBeFalse();
        Parts.Of(request)[^1].Body.Length.ShouldBe(60);
        bytes.CanRead.ShouldBeTrue();
    }

    [Fact]
    public async Task SendDocument_StreamWithoutLength_GoesOutInChunks()
    {
        using var bytes = new GeneratedStream(1_000_000, seekable: false);

        await _server.Client().SendDocument(1, InputFile.FromStream(bytes, "pipe.bin"));

        Seen request = _server.Requests.Single();
        request.Headers["Transfer-Encoding"].ShouldBe("chunked");
        Parts.Of(request)[^1].Body.Length.ShouldBe(1_000_000);
    }

    [Fact]
    public async Task SendDocument_300MB_IsNeverHeldInMemory()
    {
        const long Length = 300_000_000;
        long arrived = 0;
        long peak = 0;
        _server.KeepBodies = false;
        _server.Answer = async (context, _) =>
        {
            byte[] buffer = new byte[64 * 1024];
            while (await context.Request.Body.ReadAsync(buffer) is > 0 and var count)
            {
                arrived += count;
                peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: false));
            }

            await TelegramStandIn.Json(context, 200, Sent);
        };
        using var bytes = new GeneratedStream(Length, seekable: true);
        long before = GC.GetTotalMemory(forceFullCollection: true);

        await _server.Client().SendDocument(1, InputFile.FromStream(bytes, "big.bin"));

        arrived.ShouldBe(long.Parse(_server.Requests.Single().Headers["Content-Length"]));
        arrived.ShouldBeInRange(Length, Length + 2000);
        (peak - before).ShouldBeLessThan(64_000_000);
    }

    [Fact]
    public async Task SendDocument_Thumbnail_BecomesAPartOfItsOwn()
    {
        using var film = new MemoryStream([1]);
        using var picture = new MemoryStream([2]);

        await _server.Client().SendDocument(
            1, InputFile.FromStream(film, "f.mp4"), thumbnail: InputFile.FromStream(picture, "t.jpg"));

        string text = _server.Requests.Single().Text;
        text.ShouldContain("name=\"document\"\r\n\r\nattach://0\r\n");
        text.ShouldContain("name=\"thumbnail\"\r\n\r\nattach://1\r\n");
        Parts.Of(_server.Requests.Single())[^2].Body.ShouldBe([1]);
        Parts.Of(_server.Requests.Single())[^1].Body.ShouldBe([2]);
    }

    [Fact]
    public async Task SendDocument_FileId_IsPlainJson()
    {
        await _server.Client().SendDocument(1, InputFile.FromFileId("BQACAgIAAx0"));

        Seen request = _server.Requests.Single();
        request.Headers["Content-Type"].ShouldStartWith("application/json");
        request.Text.ShouldBe("""{"chat_id":1,"document":"BQACAgIAAx0"}""");
    }

    // The server percent-decodes what follows file:///.
    [Theory]
    [InlineData("file:///spool/a.bin", "file:///spool/a.bin")]
    [InlineData("file:///spool/a%20%23%25.bin", "file:///spool/a%20%23%25.bin")]
    [InlineData("file:///spool/ж.bin", "file:///spool/%D0%B6.bin")]
    public async Task SendDocument_FileUri_StaysPercentCoded(string uri, string onTheWire)
    {
        await _server.Client().SendDocument(1, InputFile.FromUri(uri));

        _server.Requests.Single().Json.GetProperty("document").GetString().ShouldBe(onTheWire);
    }

    [Fact]
    public async Task SendMediaGroup_Streams_AreAttachedInsideMedia()
    {
        _server.AnswerJson("""{"ok":true,"result":[]}""");
        using var first = new MemoryStream([1]);
        using var second = new MemoryStream([2]);
        using var cover = new MemoryStream([3]);

        await _server.Client().SendMediaGroup(
            1,
            [
                new InputMediaDocument(InputFile.FromStream(first, "1.bin")),
                new InputMediaVideo(InputFile.FromStream(second, "2.mp4")) { Thumbnail = InputFile.FromStream(cover) },
            ]);

        IReadOnlyList<(string Headers, byte[] Body)> parts = Parts.Of(_server.Requests.Single());
        byte[] list = parts.Single(p => p.Headers.Contains("name=\"media\"")).Body;
        JsonElement media = JsonDocument.Parse(list).RootElement;
        media[0].GetProperty("type").GetString().ShouldBe("document");
        media[1].GetProperty("type").GetString().ShouldBe("video");
        Attached(media[0], "media").ShouldBe([1]);
        Attached(media[1], "media").ShouldBe([2]);
        Attached(media[1], "thumbnail").ShouldBe([3]);

        byte[] Attached(JsonElement item, string field)
        {
            string name = item.GetProperty(field).GetString()!["attach://".Length..];
            return parts.Single(p => p.Headers.Contains($"name=\"{name}\"; filename=")).Body;
        }
    }

    [Fact]
    public async Task EditMessageMedia_Stream_IsAttached()
    {
        using var bytes = new MemoryStream([9]);

        await _server.Client().EditMessageMedia(1, 2, new InputMediaDocument(InputFile.FromStream(bytes, "gone.bin")));

        Seen request = _server.Requests.Single();
        request.Method.ShouldBe("editMessageMedia");
        request.Text.ShouldContain("""{"type":"document","media":"attach://0"}""");
        Parts.Of(request)[^1].Body.ShouldBe([9]);
    }
}
