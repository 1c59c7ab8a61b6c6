using TelegramHls.Storage.Cache;
using TelegramHls.Storage.Reading.Ways;

namespace TelegramHls.Storage.Tests.Reading;

public sealed class BotLaneTests
{
    private readonly BotLane _lane = new(TimeProvider.System);

    [Fact]
    public async Task EnterAsync_OfMoreThanRunAtOnce_WaitsForAPlace()
    {
        ILanePlace[] places = await FillAsync();
        Task<ILanePlace> next = WantedAsync();
        next.IsCompleted.ShouldBeFalse();

        places[0].Dispose();

        await next;
    }

    [Fact]
    public async Task EnterAsync_AheadOfReaders_WaitsUntilNobodyElseReads()
    {
        ILanePlace reader = await WantedAsync();
        Task<ILanePlace> ahead = AheadAsync();
        ahead.IsCompleted.ShouldBeFalse();

        reader.Dispose();

        await ahead;
    }

    [Fact]
    public async Task EnterAsync_AheadOfAReaderWhoComes_WaitsNoLonger()
    {
        using ILanePlace reader = await WantedAsync();
        var wanted = new TaskCompletionSource();
        Task<ILanePlace> ahead = _lane.EnterAsync(wanted.Task, CancellationToken.None);

        wanted.SetResult();

        await ahead;
    }

    [Fact]
    public async Task EnterAsync_Cancelled_LeavesItsPlaceToTheNext()
    {
        ILanePlace[] places = await FillAsync();
        using var gone = new CancellationTokenSource();
        Task<ILanePlace> first = _lane.EnterAsync(Task.CompletedTask, gone.Token);
        Task<ILanePlace> second = WantedAsync();
        await gone.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => first);

        places[0].Dispose();

        await second;
    }

    [Fact]
    public async Task MustYield_AheadWhileAReaderComes_GivesWayAtOnce()
    {
        using ILanePlace ahead = await AheadAsync();
        ahead.MustYield(isWanted: false, blocks: 1).ShouldBeFalse();

        using ILanePlace reader = await WantedAsync();

        ahead.MustYield(isWanted: false, blocks: 1).ShouldBeTrue();
        reader.MustYield(isWanted: true, blocks: 100).ShouldBeFalse();
    }

    [Fact]
    public async Task MustYield_WhileOthersWait_TakesTurns()
    {
        ILanePlace[] places = await FillAsync();
        places[0].MustYield(isWanted: true, BotLane.BlocksInATurn).ShouldBeFalse();

        _ = WantedAsync();

        places[0].MustYield(isWanted: true, BotLane.BlocksInATurn - 1).ShouldBeFalse();
        places[0].MustYield(isWanted: true, BotLane.BlocksInATurn).ShouldBeTrue();
    }

    private Task<ILanePlace> WantedAsync() => _lane.EnterAsync(Task.CompletedTask, CancellationToken.None);

    private Task<ILanePlace> AheadAsync() =>
        _lane.EnterAsync(new TaskCompletionSource().Task, CancellationToken.None);

    private Task<ILanePlace[]> FillAsync() =>
        Task.WhenAll(Enumerable.Range(0, BotLane.AtOnce).Select(_ => WantedAsync()));
}
