using Telegram.Bot.Polling;
using Telegram.Bot.Types.Enums;
using TelegramHls.BotApi.Tests.Wire;

namespace TelegramHls.BotApi.Tests;

public sealed class ReceiverOptionsTests : IAsyncLifetime, IDisposable
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
    public async Task ReceiveAsync_Options_ReachTheServer()
    {
        _queue.OnEmpty = _stop.Cancel;
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(77) };
        var options = new ReceiverOptions
        {
            Offset = 9,
            Limit = 10,
            AllowedUpdates = [UpdateType.Message, UpdateType.ChannelPost, UpdateType.CallbackQuery],
        };

        await _server.Client(http).ReceiveAsync(new RecordingHandler(), options, _stop.Token);

        _server.Requests[0].Text.ShouldBe(
            """{"offset":9,"limit":10,"timeout":77,"allowed_updates":["message","channel_post","callback_query"]}""");
    }

    [Fact]
    public async Task ReceiveAsync_ClientWithoutTimeout_PollsForTheServersLongest()
    {
        _queue.OnEmpty = _stop.Cancel;
        using var http = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };

        await _server.Client(http).ReceiveAsync(new RecordingHandler(), cancellationToken: _stop.Token);

        _queue.Polls[0].GetProperty("timeout").GetInt32().ShouldBe(50);
    }

    [Fact]
    public async Task ReceiveAsync_DropPendingUpdates_BeginsWithWhatComes()
    {
        _queue.Hold(1, 2, 3);
        _queue.OnEmpty = _stop.Cancel;
        var handler = new RecordingHandler();

        await _server.Client().ReceiveAsync(handler, new ReceiverOptions { DropPendingUpdates = true }, _stop.Token);

        handler.Handled.ShouldBeEmpty();
        _queue.Waiting.ShouldBeEmpty();
        _queue.Polls[^1].GetProperty("offset").GetInt32().ShouldBe(4);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    public void Limit_OutOfRange_Throws(int limit) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new ReceiverOptions { Limit = limit });
}
