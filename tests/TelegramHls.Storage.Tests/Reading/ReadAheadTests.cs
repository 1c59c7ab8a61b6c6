using TelegramHls.Storage.Reading;
using TelegramHls.Storage.Reading.Ahead;
using TelegramHls.Storage.Tests.Kit;

namespace TelegramHls.Storage.Tests.Reading;

/// <summary>What is fetched before its player comes to it. The clock stands still unless a test moves it.</summary>
public sealed class ReadAheadTests : IDisposable
{
    private const int MiB = 1024 * 1024;

    private readonly CacheRig _rig = new(length: 24 * MiB, partLength: 2 * MiB);

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task ReadAsync_SteadilyIntoThePartsSecondHalf_FetchesTheNextOne()
    {
        await using PartStream stream = _rig.OpenStream();

        await stream.ReadExactlyAsync(new byte[(MiB * 3 / 2) + 1]);

        await UntilOpenedAsync(1);
        Opened().ShouldBe([0, 1]);
    }

    [Fact]
    public async Task ReadAsync_OfAShortLook_FetchesNothingAhead()
    {
        await using PartStream stream = _rig.OpenStream();

        stream.Position = (2 * MiB) - 100_000;
        await stream.ReadExactlyAsync(new byte[50_000]);

        Opened().ShouldBe([0]);
    }

    [Fact]
    public async Task ReadAsync_WithReadingAheadOff_FetchesNothingAhead()
    {
        _rig.Options.PrefetchSeconds = 0;
        await using PartStream stream = _rig.OpenStream();

        await stream.ReadExactlyAsync(new byte[2 * MiB]);

        Opened().ShouldBe([0]);
    }

    [Fact]
    public async Task ReadAsync_AtAKnownSpeed_FetchesSoManySecondsAhead()
    {
        _rig.Options.PrefetchSeconds = 25;
        await using PartStream stream = _rig.OpenStream();

        // 256 KiB a second: 25 s of it are 6.25 MiB, which end in the part that begins at 6 MiB.
        await PlayAsync(stream, seconds: 3);

        await UntilOpenedAsync(1);
        await UntilOpenedAsync(2);
        await UntilOpenedAsync(3);
        Opened().ShouldBe([0, 1, 2, 3]);
    }

    [Fact]
    public async Task ReadAsync_FasterThanTheStorage_KeepsFewPartsOnTheirWay()
    {
        var rest = new TaskCompletionSource();
        _rig.Options.PrefetchSeconds = 600;
        await using PartStream stream = _rig.OpenStream();
        await _rig.ReadAsync(0);
        _rig.Source.Gate = token => rest.Task.WaitAsync(token);

        await PlayAsync(stream, seconds: 2);

        while (Opened().Length < 6)
        {
            await Task.Yield();
        }

        Opened().ShouldBe([0, 1, 2, 3, 4, 5]);
        rest.SetResult();

        // 16 MiB ahead of the half that was read, and not more before more is read.
        await UntilOpenedAsync(8);
        await UntilRunningAsync(0);
        Opened().ShouldBe([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    }

    [Fact]
    public async Task ReadAsync_InOneRequestASegment_IsOnePlayer()
    {
        _rig.Options.PrefetchSeconds = 25;
        for (int segment = 0; segment < 4; segment++)
        {
            await using PartStream stream = _rig.OpenStream();
            stream.Position = segment * CacheRig.Block;
            await stream.ReadExactlyAsync(new byte[CacheRig.Block]);
            stream.IsFinished = true;
            _rig.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        await UntilOpenedAsync(3);
    }

    [Fact]
    public async Task Dispose_InTheMiddle_EndsWhatIsFetchedAhead()
    {
        _rig.Options.PrefetchSeconds = 25;
        await using PartStream stream = _rig.OpenStream();
        await _rig.ReadAsync(0);
        _rig.Source.Gate = token => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
        await PlayAsync(stream, seconds: 3);
        await UntilOpenedAsync(3);
        await UntilRunningAsync(3);

        await stream.DisposeAsync();

        await UntilRunningAsync(0);
    }

    [Fact]
    public void Leave_OfAPlayerWhoGotAllHeAskedFor_CountsAsGoneOnceHeIsIdle()
    {
        _rig.Options.IdleSeconds = 40;
        PlayHead head = _rig.Ahead.Follow(null, _rig.File, 0, CacheRig.Block)!;

        _rig.Ahead.Leave(head, isGone: false);
        _rig.Clock.Advance(TimeSpan.FromSeconds(39));
        head.Ending.IsCancellationRequested.ShouldBeFalse();
        _rig.Clock.Advance(TimeSpan.FromSeconds(11));

        head.Ending.IsCancellationRequested.ShouldBeTrue();
    }

    [Fact]
    public void Follow_ByAPlayerWhoComesBackInTime_GoesOn()
    {
        _rig.Options.IdleSeconds = 40;
        PlayHead head = _rig.Ahead.Follow(null, _rig.File, 0, CacheRig.Block)!;
        _rig.Ahead.Leave(head, isGone: false);
        _rig.Clock.Advance(TimeSpan.FromSeconds(30));

        PlayHead again = _rig.Ahead.Follow(null, _rig.File, CacheRig.Block, 2 * CacheRig.Block)!;
        _rig.Clock.Advance(TimeSpan.FromSeconds(200));

        again.ShouldBeSameAs(head);
        head.Ending.IsCancellationRequested.ShouldBeFalse();
    }

    [Fact]
    public async Task ReadAsync_WhileWhatIsReadFillsHalfOfTheBudget_FetchesNothingAhead()
    {
        using var tight = new CacheRig(length: 8 * MiB, partLength: 2 * MiB, maxBytes: 3 * MiB);
        await using PartStream stream = tight.OpenStream();

        await stream.ReadExactlyAsync(new byte[(2 * MiB) - 1]);

        tight.Source.Openings.Select(opening => opening.Part).Distinct().ShouldBe([0]);
    }

    private int[] Opened() => [.. _rig.Source.Openings.Select(opening => opening.Part).Distinct().Order()];

    /// <summary>Reads a block a second, evenly: a read that comes in two pieces must not look like a change of speed.</summary>
    private async Task PlayAsync(PartStream stream, int seconds)
    {
        const int PiecesASecond = 64;
        for (int piece = 0; piece < seconds * PiecesASecond; piece++)
        {
            _rig.Clock.Advance(TimeSpan.FromSeconds(1) / PiecesASecond);
            await stream.ReadExactlyAsync(new byte[CacheRig.Block / PiecesASecond]);
        }
    }

    // The part that is being read counts for a moment, too.
    private async Task UntilRunningAsync(int parts)
    {
        while (_rig.Ahead.Running != parts)
        {
            await Task.Yield();
        }
    }

    private async Task UntilOpenedAsync(int part)
    {
        while (!Opened().Contains(part))
        {
            await Task.Yield();
        }
    }
}
