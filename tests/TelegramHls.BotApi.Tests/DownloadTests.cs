using System.Net;
using Microsoft.AspNetCore.Http;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;
using TelegramHls.BotApi.Tests.Wire;

namespace TelegramHls.BotApi.Tests;

public sealed class DownloadTests : IAsyncLifetime
{
    private TelegramStandIn _server = null!;

    public async Task InitializeAsync() => _server = await TelegramStandIn.Start();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task GetInfoAndDownloadFile_CloudPath_CopiesTheFile()
    {
        _server.Answer = (context, seen) => seen.Verb == "POST"
            ? TelegramStandIn.Json(
                context,
                200,
                """
                {"ok":true,"result":{"file_id":"BQACx","file_unique_id":"AgADy","file_size":3000000000,
                 "file_path":"documents/file_12.mp4"}}
                """)
            : context.Response.Body.WriteAsync(new byte[] { 5, 6, 7 }).AsTask();
        using var bytes = new MemoryStream();

        TGFile file = await _server.Client().GetInfoAndDownloadFile("BQACx", bytes);

        file.FileSize.ShouldBe(3_000_000_000);
        file.FileUniqueId.ShouldBe("AgADy");
        bytes.ToArray().ShouldBe([5, 6, 7]);
        _server.Requests[0].Path.ShouldBe($"/bot{TelegramStandIn.Token}/getFile");
        _server.Requests[0].Text.ShouldBe("""{"file_id":"BQACx"}""");
        _server.Requests[1].Path.ShouldBe($"/file/bot{TelegramStandIn.Token}/documents/file_12.mp4");
    }

    [Fact]
    public async Task DownloadFile_BytesArrive_BeforeTheLastOneWasSent()
    {
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _server.Answer = async (context, _) =>
        {
            context.Response.ContentLength = 2;
            await context.Response.Body.WriteAsync(new byte[] { 1 });
            await context.Response.Body.FlushAsync();
            await arrived.Task.WaitAsync(TimeSpan.FromSeconds(20), TimeProvider.System);
            await context.Response.Body.WriteAsync(new byte[] { 2 });
        };
        await using var destination = new Telling(arrived);

        await _server.Client().DownloadFile("documents/a b#1.bin", destination);

        destination.ToArray().ShouldBe([1, 2]);
        _server.Requests.Single().Path.ShouldEndWith("/documents/a b#1.bin");
    }

    [Fact]
    public async Task DownloadFile_CutInTheMiddle_ThrowsRequestException()
    {
        _server.Answer = async (context, _) =>
        {
            context.Response.ContentLength = 1000;
            await context.Response.Body.WriteAsync(new byte[500]);
            await context.Response.Body.FlushAsync();
        };

        RequestException fault = await Should.ThrowAsync<RequestException>(
            () => _server.Client().DownloadFile("documents/a.bin", Stream.Null));

        fault.HttpStatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task DownloadFile_NotFound_ThrowsTheRefusal()
    {
        _server.AnswerJson("""{"ok":false,"error_code":404,"description":"Not Found"}""", 404);

        ApiRequestException refusal = await Should.ThrowAsync<ApiRequestException>(
            () => _server.Client().DownloadFile("documents/a.bin", Stream.Null));

        refusal.ErrorCode.ShouldBe(404);
    }

    [Theory]
    [InlineData("/var/lib/telegram-bot-api/1/documents/file_1.mp4")]
    [InlineData(@"C:\bots\file_1.mp4")]
    [InlineData(@"\\share\file_1.mp4")]
    public async Task DownloadFile_RootedPath_ThrowsAndAsksNobody(string path)
    {
        RequestException fault = await Should.ThrowAsync<RequestException>(
            () => _server.Client().DownloadFile(path, Stream.Null));

        fault.Message.ShouldContain("its own disk");
        _server.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public async Task DownloadFile_EmptyPath_ThrowsArgumentException(string path) =>
        await Should.ThrowAsync<ArgumentException>(() => _server.Client().DownloadFile(path, Stream.Null));

    private sealed class Telling(TaskCompletionSource arrived) : MemoryStream
    {
        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            arrived.TrySetResult();
            return base.WriteAsync(buffer, cancellationToken);
        }
    }
}
