using System.Collections;
using System.Net;
using System.Text;
using Telegram.Bot.Exceptions;
using TelegramHls.BotApi.Tests.Wire;

namespace TelegramHls.BotApi.Tests;

public sealed class TokenSecrecyTests
{
    private const string Secret = "AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw";

    [Fact]
    public async Task SendMessage_FaultQuotesTheAddress_ShowsNoToken()
    {
        string url = $"https://api.telegram.org/bot{TelegramStandIn.Token}/sendMessage";
        var cause = new InvalidOperationException($"no route to {url}");
        cause.Data["url"] = url;
        using var http = new HttpClient(new Failing(new HttpRequestException($"GET {url} failed", cause)));

        RequestException fault =
            await Should.ThrowAsync<RequestException>(() => Client(http).SendMessage(1, "hello"));

        ShouldKeepSecret(fault);
        fault.Message.ShouldContain("failed");
    }

    [Fact]
    public async Task SendMessage_OnlyDataHoldsTheToken_ShowsNoToken()
    {
        var cause = new HttpRequestException("down");
        cause.Data["request"] = $"/bot{Uri.EscapeDataString(TelegramStandIn.Token)}/sendMessage";
        using var http = new HttpClient(new Failing(cause));

        RequestException fault =
            await Should.ThrowAsync<RequestException>(() => Client(http).SendMessage(1, "hello"));

        ShouldKeepSecret(fault);
    }

    [Fact]
    public async Task SendMessage_NobodyListens_ShowsNoToken()
    {
        var options = new TelegramBotClientOptions(TelegramStandIn.Token, "http://127.0.0.1:1");

        RequestException fault =
            await Should.ThrowAsync<RequestException>(() => new TelegramBotClient(options).SendMessage(1, "hello"));

        ShouldKeepSecret(fault);
    }

    [Fact]
    public async Task SendMessage_RefusalQuotesAPathOfTheServer_ShowsNoToken()
    {
        await using TelegramStandIn server = await TelegramStandIn.Start();
        server.AnswerJson(
            $$"""
            {"ok":false,"error_code":400,"description":"Bad Request: can't open /var/lib/{{TelegramStandIn.Token}}/x"}
            """,
            400);

        ApiRequestException refusal =
            await Should.ThrowAsync<ApiRequestException>(() => server.Client().SendMessage(1, "hello"));

        ShouldKeepSecret(refusal);
        refusal.Message.ShouldStartWith("Bad Request: can't open /var/lib/");
    }

    [Fact]
    public async Task DownloadFile_EveryFault_ShowsNoToken()
    {
        await using TelegramStandIn server = await TelegramStandIn.Start();
        server.AnswerJson("""{"ok":false,"error_code":404,"description":"Not Found"}""", 404);
        string local = $"/var/lib/telegram-bot-api/{TelegramStandIn.Token}/documents/file_1.mp4";
        using var http = new HttpClient(
            new Failing(new HttpRequestException($"no /file/bot{TelegramStandIn.Token}/x")));

        RequestException gone = await Should.ThrowAsync<RequestException>(
            () => server.Client().DownloadFile("documents/file_1.mp4", Stream.Null));
        RequestException rooted = await Should.ThrowAsync<RequestException>(
            () => server.Client().DownloadFile(local, Stream.Null));
        RequestException down = await Should.ThrowAsync<RequestException>(
            () => Client(http).DownloadFile("documents/file_1.mp4", Stream.Null));

        ShouldKeepSecret(gone);
        ShouldKeepSecret(rooted);
        ShouldKeepSecret(down);
    }

    [Theory]
    [InlineData("AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw")]
    [InlineData("x1:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw")]
    [InlineData("123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw\n")]
    [InlineData("123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw/x")]
    public void Options_MalformedToken_ThrowsWithoutRepeatingIt(string token)
    {
        ArgumentException fault = Should.Throw<ArgumentException>(() => new TelegramBotClientOptions(token));

        ShouldKeepSecret(fault);
    }

    private static TelegramBotClient Client(HttpClient http) =>
        new(new TelegramBotClientOptions(TelegramStandIn.Token) { RetryThreshold = 0 }, http);

    private static void ShouldKeepSecret(Exception exception)
    {
        var all = new StringBuilder();
        for (Exception? e = exception; e is not null; e = e.InnerException)
        {
            all.Append(e).Append(e.Message).Append(e.Source).Append(e.HelpLink);
            foreach (DictionaryEntry entry in e.Data)
                all.Append(entry.Key).Append(entry.Value);
        }

        all.ToString().ShouldNotContain(Secret);
        WebUtility.UrlDecode(all.ToString()).ShouldNotContain(Secret);
    }

    private sealed class Failing(Exception fault) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken) => throw fault;
    }
}
