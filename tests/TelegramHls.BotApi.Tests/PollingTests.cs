using Telegram.Bot.Exceptions;
using Telegram.Bot.Polling;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using TelegramHls.BotApi.Tests.Wire;

namespace TelegramHls.BotApi.Tests;

public sealed class PollingTests : IAsyncLifetime, IDisposable
{
    private readonly CancellationTokenSource _stop = new(TimeSpan.FromSeconds(30));
    private TelegramStandIn _server = null!;
    private UpdateQueue _queue = null!;

    public async Task InitializeAsync()
    {
        _server = await TelegramStandIn.Start();
        _queue = new UpdateQueue(_server);
    }

    public async Task DisposeAsync()
    {
        await _stop.CancelAsync();
        await _server.DisposeAsync();
    }

    public void Dispose() => _stop.Dispose();

    [Fact]
    public async Task ReceiveAsync_Updates_AreConfirmedOnlyByThePollAfterTheLastHandler()
    {
        _queue.Hold(501, 502, 503);
        List<(int Id, int Waiting)> seen = [];
        var handler = new RecordingHandler
        {
            OnUpdate = update =>
            {
                seen.Add((update.Id, _queue.Waiting.Count));
                return Task.CompletedTask;
            },
        };
        _queue.OnEmpty = _stop.Cancel;

        await _server.Client().ReceiveAsync(handler, cancellationToken: _stop.Token);

        seen.ShouldBe([(501, 3), (502, 3), (503, 3)]);
        _queue.Waiting.ShouldBeEmpty();
        _queue.Polls[1].GetProperty("offset").GetInt32().ShouldBe(504);
    }

    [Fact]
    public async Task ReceiveAsync_Handlers_RunOneAfterAnother()
    {
        _queue.Hold(1, 2, 3, 4);
        int running = 0;
        int most = 0;
        var handler = new RecordingHandler
        {
            OnUpdate = async _ =>
            {
                most = Math.Max(most, Interlocked.Increment(ref running));
                await Task.Yield();
                Interlocked.Decrement(ref running);
            },
        };
        _queue.OnEmpty = _stop.Cancel;

        await _server.Client().ReceiveAsync(handler, cancellationToken: _stop.Token);

        most.ShouldBe(1);
        handler.Handled.ShouldBe([1, 2, 3, 4]);
    }

    [Fact]
    public async Task ReceiveAsync_HandlerThrows_TellsAndGoesOn()
    {
        _queue.Hold(1, 2);
        var handler = new RecordingHandler
        {
            OnUpdate = update => update.Id == 1 ? throw new InvalidDataException("no") : Task.CompletedTask,
        };
        _queue.OnEmpty = _stop.Cancel;

        await _server.Client().ReceiveAsync(handler, cancellationToken: _stop.Token);

        handler.Handled.ShouldBe([1, 2]);
        (Exception fault, HandleErrorSource source) = handler.Faults.Single();
        fault.ShouldBeOfType<InvalidDataException>();
        source.ShouldBe(HandleErrorSource.HandleUpdateError);
    }

    [Fact]
    public async Task ReceiveAsync_HandlerTimesOutByItself_TellsAndGoesOn()
    {
        _queue.Hold(1, 2);
        var handler = new RecordingHandler
        {
            OnUpdate = update => update.Id == 1 ? throw new TaskCanceledException() : Task.CompletedTask,
        };
        _queue.OnEmpty = _stop.Cancel;

        await _server.Client().ReceiveAsync(handler, cancellationToken: _stop.Token);

        handler.Handled.ShouldBe([1, 2]);
        handler.Faults.Single().Source.ShouldBe(HandleErrorSource.HandleUpdateError);
    }

    [Fact]
    public async Task ReceiveAsync_ErrorHandlerThrows_EndsBeforeAnythingIsConfirmed()
    {
        _queue.Hold(1, 2);
        var handler = new RecordingHandler
        {
            OnUpdate = _ => throw new IOException("disk full"),
            OnError = (fault, _) => throw fault,
        };

        await Should.ThrowAsync<IOException>(
            () => _server.Client().ReceiveAsync(handler, cancellationToken: _stop.Token));

        handler.Handled.ShouldBe([1]);
        _queue.Waiting.ShouldBe([1, 2]);
    }

    [Fact]
    public async Task ReceiveAsync_PollFails_TellsAndPollsTheSameOffsetAgain()
    {
        _queue.Hold(1);
        _queue.Refuse(409, "Conflict: terminated by other getUpdates request");
        var handler = new RecordingHandler();
        _queue.OnEmpty = _stop.Cancel;

        await _server.Client().ReceiveAsync(handler, cancellationToken: _stop.Token);

        (Exception fault, HandleErrorSource source) = handler.Faults.Single();
        fault.ShouldBeOfType<ApiRequestException>().ErrorCode.ShouldBe(409);
        source.ShouldBe(HandleErrorSource.PollingError);
        handler.Handled.ShouldBe([1]);
    }

    [Fact]
    public async Task ReceiveAsync_CancelledWhileAHandlerRuns_ConfirmsNothing()
    {
        _queue.Hold(1, 2);
        var handler = new RecordingHandler { OnUpdate = _ => _stop.CancelAsync() };

        await _server.Client().ReceiveAsync(handler, cancellationToken: _stop.Token);

        handler.Handled.ShouldBe([1]);
        handler.Faults.ShouldBeEmpty();
        _queue.Waiting.ShouldBe([1, 2]);
    }

    [Fact]
    public async Task ReceiveAsync_CancelledWhileItWaits_EndsQuietly()
    {
        _queue.OnEmpty = () => _stop.CancelAfter(TimeSpan.FromMilliseconds(1));
        var handler = new RecordingHandler();

        await _server.Client().ReceiveAsync(handler, cancellationToken: _stop.Token);

        handler.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task ReceiveAsync_ClientStopped_EndsQuietly()
    {
        using var client = new CancellationTokenSource();
        _queue.OnEmpty = client.Cancel;
        var handler = new RecordingHandler();
        var bot = new TelegramBotClient(
            new TelegramBotClientOptions(TelegramStandIn.Token, _server.Url), cancellationToken: client.Token);

        await bot.ReceiveAsync(handler, cancellationToken: _stop.Token);

        handler.Faults.ShouldBeEmpty();
        _stop.IsCancellationRequested.ShouldBeFalse();
    }

    [Fact]
    public async Task StartReceiving_ErrorHandlerThrows_IsToldOfTheEnd()
    {
        var told = new TaskCompletionSource<Exception>(TaskCreationOptions.RunContinuationsAsynchronously);
        _queue.Hold(1);
        var handler = new RecordingHandler
        {
            OnUpdate = _ => throw new IOException("disk full"),
            OnError = (fault, source) => source == HandleErrorSource.FatalError && told.TrySetResult(fault)
                ? Task.CompletedTask
                : throw fault,
        };

        _server.Client().StartReceiving(handler, cancellationToken: _stop.Token);

        Exception end = await told.Task.WaitAsync(TimeSpan.FromSeconds(20), TimeProvider.System);
        end.Message.ShouldBe("disk full");
    }

    [Fact]
    public async Task OnMessage_Set_PollsAndConfirmsWhatWasHandled()
    {
        var confirmed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _queue.Hold(6);
        _queue.OnEmpty = () => confirmed.TrySetResult();
        _queue.Content = """ "channel_post":{"message_id":3,"date":1,"chat":{"id":-1001,"type":"channel"}} """;
        List<(int, UpdateType)> seen = [];
        var bot = new TelegramBotClient(
            new TelegramBotClientOptions(TelegramStandIn.Token, _server.Url), cancellationToken: _stop.Token);

        bot.OnMessage += (message, type) =>
        {
            seen.Add((message.Id, type));
            return Task.CompletedTask;
        };

        await confirmed.Task.WaitAsync(TimeSpan.FromSeconds(20), TimeProvider.System);
        seen.ShouldBe([(3, UpdateType.ChannelPost)]);
    }
}
