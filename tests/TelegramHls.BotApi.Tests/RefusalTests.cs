using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;
using TelegramHls.BotApi.Tests.Wire;

namespace TelegramHls.BotApi.Tests;

public sealed class RefusalTests : IAsyncLifetime
{
    private const string Flood = """
        {"ok":false,"error_code":429,"description":"Too Many Requests: retry after 7",
         "parameters":{"retry_after":7}}
        """;

    private TelegramStandIn _server = null!;

    public async Task InitializeAsync() => _server = await TelegramStandIn.Start();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [MemberData(nameof(Refusals.Rows), MemberType = typeof(Refusals))]
    public async Task SendMessage_Refused_ThrowsCodeAndDescription(int code, string description)
    {
        string text = JsonSerializer.Serialize(description);
        _server.AnswerJson($$"""{"ok":false,"error_code":{{code}},"description":{{text}}}""", code);

        ApiRequestException refusal =
            await Should.ThrowAsync<ApiRequestException>(() => _server.Client().SendMessage(1, "hello"));

        refusal.ErrorCode.ShouldBe(code);
        refusal.Message.ShouldBe(description);
        refusal.Parameters.ShouldBeNull();
        _server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task SendMessage_Flood_TellsRetryAfterAndIsNotRepeated()
    {
        _server.AnswerJson(Flood, 429);

        ApiRequestException refusal =
            await Should.ThrowAsync<ApiRequestException>(() => _server.Client().SendMessage(1, "hello"));

        refusal.ErrorCode.ShouldBe(429);
        refusal.Parameters!.RetryAfter.ShouldBe(7);
        _server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task SendMessage_GroupUpgraded_TellsTheNewId()
    {
        _server.AnswerJson(
            """
            {"ok":false,"error_code":400,"description":"Bad Request: group chat was upgraded to a supergroup chat",
             "parameters":{"migrate_to_chat_id":-1002233445566}}
            """,
            400);

        ApiRequestException refusal =
            await Should.ThrowAsync<ApiRequestException>(() => _server.Client().SendMessage(-5, "hello"));

        refusal.Parameters!.MigrateToChatId.ShouldBe(-1002233445566);
    }

    [Theory]
    [InlineData(400, "", "")]
    [InlineData(413, "", "")]
    [InlineData(415, "", "")]
    [InlineData(429, "", "")]
    [InlineData(431, "", "")]
    [InlineData(200, "", "")]
    [InlineData(502, "text/html", "<html><head><title>502 Bad Gateway</title></head></html>")]
    [InlineData(504, "text/html", "<html><head><title>504 Gateway Time-out</title></head></html>")]
    [InlineData(200, "text/html", "<html>Please sign in to the hotel's network</html>")]
    [InlineData(400, "application/json", "{\"ok\":false,\"error_code\":400,\"descr")]
    [InlineData(200, "application/json", "{\"ok\":true,\"result\":{\"message_id\":5,")]
    [InlineData(200, "application/json", "{\"ok\":true}")]
    [InlineData(200, "application/json", "null")]
    [InlineData(200, "application/json", "[1]")]
    [InlineData(500, "application/json", "{}")]
    public async Task SendMessage_UnusableBody_ThrowsStatusAndSaysWhat(int status, string type, string body)
    {
        _server.Answer = async (context, _) =>
        {
            context.Response.StatusCode = status;
            context.Response.ContentType = type.Length == 0 ? null : type;
            await context.Response.WriteAsync(body);
        };

        RequestException fault =
            await Should.ThrowAsync<RequestException>(() => _server.Client().SendMessage(1, "hello"));

        fault.ShouldNotBeOfType<ApiRequestException>();
        fault.HttpStatusCode.ShouldBe((HttpStatusCode)status);
        fault.Message.ShouldContain($"HTTP {status}");
    }

    [Fact]
    public async Task SendMessage_ConnectionDropped_ThrowsWithoutStatus()
    {
        _server.Answer = (context, _) =>
        {
            context.Abort();
            return Task.CompletedTask;
        };

        RequestException fault =
            await Should.ThrowAsync<RequestException>(() => _server.Client().SendMessage(1, "hello"));

        fault.HttpStatusCode.ShouldBeNull();
        fault.InnerException.ShouldBeOfType<HttpRequestException>();
    }

    // A Bot API server answers an oversized upload at once, without a body, and hangs up on what is still coming.
    [Fact]
    public async Task SendDocument_ServerHangsUpOnTheUpload_ThrowsRequestException()
    {
        using var hangsUp = new TcpListener(IPAddress.Loopback, 0);
        hangsUp.Start();
        Task answering = AnswerAndHangUp(hangsUp);
        await using var bytes = new GeneratedStream(50_000_000, seekable: true);
        var bot = new TelegramBotClient(
            new TelegramBotClientOptions(TelegramStandIn.Token, $"http://{hangsUp.LocalEndpoint}"));

        RequestException fault = await Should.ThrowAsync<RequestException>(
            () => bot.SendDocument(1, InputFile.FromStream(bytes, "a.bin")));

        await answering;
        fault.HttpStatusCode.ShouldBeOneOf(HttpStatusCode.RequestEntityTooLarge, null);
    }

    [Fact]
    public async Task SendMessage_ClientTimeout_ThrowsRequestException()
    {
        _server.Answer = (context, _) => Never(context.RequestAborted);
        using var http = new HttpClient { Timeout = TimeSpan.FromMilliseconds(200) };

        RequestException fault =
            await Should.ThrowAsync<RequestException>(() => _server.Client(http).SendMessage(1, "hello"));

        fault.Message.ShouldBe("Bot API Request timed out");
    }

    [Fact]
    public async Task SendMessage_Cancelled_ThrowsOperationCanceled()
    {
        using var stop = new CancellationTokenSource();
        _server.Answer = async (context, _) =>
        {
            await stop.CancelAsync();
            await Never(context.RequestAborted);
        };

        await Should.ThrowAsync<OperationCanceledException>(
            () => _server.Client().SendMessage(1, "hello", cancellationToken: stop.Token));
    }

    [Fact]
    public async Task SendDocument_RetryAllowed_SendsTheSameBytesAgain()
    {
        using var bytes = new MemoryStream([1, 2, 3]);
        FloodOnce();
        var options = new TelegramBotClientOptions(TelegramStandIn.Token, _server.Url) { RetryThreshold = 1 };

        await new TelegramBotClient(options).SendDocument(1, InputFile.FromStream(bytes, "a.bin"));

        _server.Requests.Count.ShouldBe(2);
        Parts.Of(_server.Requests[1])[^1].Body.ShouldBe([1, 2, 3]);
    }

    [Fact]
    public async Task SendDocument_RetryAllowedButStreamCannotRewind_ThrowsTheRefusal()
    {
        await using var bytes = new GeneratedStream(10, seekable: false);
        FloodOnce();
        var options = new TelegramBotClientOptions(TelegramStandIn.Token, _server.Url) { RetryThreshold = 1 };

        ApiRequestException refusal = await Should.ThrowAsync<ApiRequestException>(
            () => new TelegramBotClient(options).SendDocument(1, InputFile.FromStream(bytes, "a.bin")));

        refusal.ErrorCode.ShouldBe(429);
        _server.Requests.Count.ShouldBe(1);
    }

    private static async Task AnswerAndHangUp(TcpListener listener)
    {
        using TcpClient connection = await listener.AcceptTcpClientAsync();
        NetworkStream stream = connection.GetStream();
        await stream.ReadExactlyAsync(new byte[1000]);
        await stream.WriteAsync("HTTP/1.1 413 Request Entity Too Large\r\nContent-Length: 0\r\n\r\n"u8.ToArray());
    }

    private static Task Never(CancellationToken aborted) =>
        Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, aborted)
            .ContinueWith(_ => { }, TaskScheduler.Default);

    private void FloodOnce() => _server.Answer = (context, _) => _server.Requests.Count == 1
        ? TelegramStandIn.Json(context, 429, Flood.Replace(":7}", ":0}"))
        : TelegramStandIn.Json(
            context, 200, """{"ok":true,"result":{"message_id":1,"date":1,"chat":{"id":1,"type":"private"}}}""");
}
