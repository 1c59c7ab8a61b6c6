using TelegramHls.Storage.Cache;
using TelegramHls.Storage.Tests.Kit;

namespace TelegramHls.Storage.Tests.Cache;

public sealed class PartCacheTests : IDisposable
{
    private readonly CacheRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task ReadAsync_OfAPart_GivesItsBytes() =>
        (await _rig.ReadAsync(1)).ShouldBe(_rig.Expected(1));

    [Fact]
    public async Task ReadAsync_ByManyAtOnce_DownloadsOnce()
    {
        byte[][] read = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => _rig.ReadAsync(2))));

        read.ShouldAllBe(bytes => bytes.SequenceEqual(_rig.Expected(2)));
        _rig.Source.Opened.ShouldBe(1);
    }

    [Fact]
    public async Task ReadAsync_WhileThePartComesIn_GivesTheBlocksThatAreThere()
    {
        var rest = new TaskCompletionSource();
        int reads = 0;
        _rig.Source.Gate = token => ++reads <= 6 ? Task.CompletedTask : rest.Task.WaitAsync(token);
        using PartLease lease = _rig.Open(0);

        byte[] first = await CacheRig.ReadAsync(lease, 0, CacheRig.Block);

        first.ShouldBe(_rig.Expected(0)[..CacheRig.Block]);
        rest.SetResult();
        (await CacheRig.ReadAsync(lease, CacheRig.Block, 10)).ShouldBe(_rig.Expected(0)[CacheRig.Block..(CacheRig.Block + 10)]);
    }

    [Fact]
    public async Task ReadAsync_InTheMiddle_BeginsAtTheBlocksEdge()
    {
        using PartLease lease = _rig.Open(0);

        await CacheRig.ReadAsync(lease, (2 * CacheRig.Block) + 1234, 100);

        _rig.Source.Openings.First().Offset.ShouldBe(2 * CacheRig.Block);
    }

    [Fact]
    public async Task ReadAsync_InTheMiddle_FetchesNothingOfWhatLiesBefore()
    {
        using (PartLease lease = _rig.Open(0))
        {
            await CacheRig.ReadAsync(lease, 2 * CacheRig.Block, 2 * CacheRig.Block);
        }

        await UntilAsync(() => _rig.Source.Disposed == 1);
        _rig.Source.Opened.ShouldBe(1);
        (await _rig.ReadAsync(0)).ShouldBe(_rig.Expected(0));
    }

    [Fact]
    public async Task ReadAsync_OfAWrongBlock_FetchesItAnotherWay()
    {
        _rig.Source.Spoil = (opening, bytes) =>
        {
            bytes[CacheRig.Block + 5] ^= (byte)(opening == 0 ? 1 : 0);
            return bytes;
        };
        Task<byte[]> reading = _rig.ReadAsync(0);
        await AdvanceUntilAsync(reading);

        (await reading).ShouldBe(_rig.Expected(0));
        _rig.Source.Openings.Select(opening => (opening.Attempt, opening.Offset))
            .ShouldBe([(0, 0), (1, CacheRig.Block)]);
    }

    [Fact]
    public async Task ReadAsync_OfACutDownload_GoesOnWhereItEnded()
    {
        _rig.Source.Spoil = (opening, bytes) => opening == 0 ? bytes[..(3 * CacheRig.Block)] : bytes;
        Task<byte[]> reading = _rig.ReadAsync(0);
        await AdvanceUntilAsync(reading);

        (await reading).ShouldBe(_rig.Expected(0));
        _rig.Source.Openings.Select(opening => opening.Offset).ShouldBe([0, 3 * CacheRig.Block]);
    }

    [Fact]
    public async Task ReadAsync_WhenNoWayLeadsToTheBytes_EndsWithAReason()
    {
        _rig.Source.Spoil = (_, bytes) => bytes[..100];
        Task<byte[]> reading = _rig.ReadAsync(0);
        await AdvanceUntilAsync(reading);

        await Should.ThrowAsync<PartUnavailableException>(() => reading);
        _rig.Source.Openings.Select(opening => opening.Attempt).ShouldBe(Enumerable.Range(0, 11));
    }

    [Fact]
    public async Task ReadAsync_AfterAFailure_TriesAgain()
    {
        _rig.Source.Spoil = (opening, bytes) => opening < 11 ? bytes[..100] : bytes;
        Task<byte[]> first = _rig.ReadAsync(0);
        await AdvanceUntilAsync(first);
        await Should.ThrowAsync<PartUnavailableException>(() => first);

        (await _rig.ReadAsync(0)).ShouldBe(_rig.Expected(0));
    }

    [Fact]
    public async Task ReadAsync_AfterARestart_TakesWhatIsOnDisk()
    {
        await _rig.ReadAsync(0);
        _rig.Restart();

        (await _rig.ReadAsync(0)).ShouldBe(_rig.Expected(0));

        _rig.Source.Opened.ShouldBe(1);
    }

    [Fact]
    public async Task ReadAsync_AfterARestartWithASpoiltFile_FetchesTheBadBlockOnly()
    {
        await _rig.ReadAsync(0);
        string path = _rig.FilesOnDisk.Single();
        using (FileStream file = File.OpenWrite(path))
        {
            file.Position = (2 * CacheRig.Block) + 7;
            file.Write(new byte[100]);
        }

        _rig.Restart();

        (await _rig.ReadAsync(0)).ShouldBe(_rig.Expected(0));
        _rig.Source.Openings.Last().Offset.ShouldBe(2 * CacheRig.Block);
        _rig.Source.Opened.ShouldBe(2);
    }

    [Fact]
    public async Task ReadAsync_OfAFileSpoiltWhileNobodyReadIt_FetchesTheBadBlockOnly()
    {
        await _rig.ReadAsync(0);
        using (FileStream file = File.OpenWrite(_rig.FilesOnDisk.Single()))
        {
            file.Position = CacheRig.Block + 7;
            file.Write(new byte[100]);
        }

        (await _rig.ReadAsync(0)).ShouldBe(_rig.Expected(0));

        _rig.Source.Openings.Select(opening => opening.Offset).ShouldBe([0, CacheRig.Block]);
    }

    [Fact]
    public async Task Open_OfAnotherVersionOfThePart_FetchesIt()
    {
        await _rig.ReadAsync(0);
        (byte[] bytes, var other) = CutFile.Make(1024 * 1024, 1024 * 1024, seed: 9);
        _rig.Source.Spoil = (_, _) => bytes;

        using PartLease lease = _rig.Cache.Open(_rig.File.Id, other.Parts[0], isAhead: false);

        (await CacheRig.ReadAsync(lease, 0, bytes.Length)).ShouldBe(bytes);
    }

    [Fact]
    public async Task Leave_WhenNobodyIsLeft_EndsTheDownloadAfterAWhile()
    {
        var blocked = new TaskCompletionSource();
        _rig.Source.Gate = async token =>
        {
            blocked.TrySetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
        };
        PartLease lease = _rig.Open(0);
        using var reader = new CancellationTokenSource();
        Task reading = lease.ReadAsync(0, new byte[10], Timeout.InfiniteTimeSpan, reader.Token).AsTask();
        await blocked.Task;
        await reader.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => reading);
        lease.Dispose();
        _rig.Source.Disposed.ShouldBe(0);

        _rig.Clock.Advance(PartDownloader.Linger + TimeSpan.FromMilliseconds(1));

        await UntilAsync(() => _rig.Source.Disposed == 1);
    }

    [Fact]
    public async Task ReadAsync_WhenNothingComesInTime_EndsWithAReasonAndTheDownloadGoesOn()
    {
        var rest = new TaskCompletionSource();
        _rig.Source.Gate = token => rest.Task.WaitAsync(token);
        using PartLease lease = _rig.Open(0);
        Task reading = lease.ReadAsync(0, new byte[10], TimeSpan.FromSeconds(8), CancellationToken.None).AsTask();
        reading.IsCompleted.ShouldBeFalse();

        _rig.Clock.Advance(TimeSpan.FromSeconds(8));

        await Should.ThrowAsync<PartUnavailableException>(() => reading);
        lease.Dispose();
        _rig.Clock.Advance(TimeSpan.FromSeconds(5));
        using PartLease again = _rig.Open(0);
        rest.SetResult();
        (await CacheRig.ReadAsync(again, 0, 10)).ShouldBe(_rig.Expected(0)[..10]);
        _rig.Source.Opened.ShouldBe(1);
    }

    [Fact]
    public async Task Remove_OfAFile_TakesItsPartsAway()
    {
        await _rig.ReadAsync(0);
        await _rig.ReadAsync(1);

        _rig.Cache.Remove(_rig.File.Id);

        _rig.FilesOnDisk.ShouldBeEmpty();
        _rig.Cache.Bytes.ShouldBe(0);
    }

    [Fact]
    public async Task Remove_WhileSomebodyReads_LetsHimReadOn()
    {
        using PartLease lease = _rig.Open(0);
        await CacheRig.ReadAsync(lease, 0, 10);

        _rig.Cache.Remove(_rig.File.Id);

        (await CacheRig.ReadAsync(lease, 0, 1024 * 1024)).ShouldBe(_rig.Expected(0));
        _rig.FilesOnDisk.ShouldBeEmpty();
    }

    [Fact]
    public async Task Remove_BeforeTheFirstBlockCame_LeavesNothingBehind()
    {
        var rest = new TaskCompletionSource();
        _rig.Source.Gate = token => rest.Task.WaitAsync(token);
        using (PartLease lease = _rig.Open(0))
        {
            Task<byte[]> reading = CacheRig.ReadAsync(lease, 0, 1024 * 1024);
            _rig.Cache.Remove(_rig.File.Id);
            rest.SetResult();
            (await reading).ShouldBe(_rig.Expected(0));
        }

        _rig.FilesOnDisk.ShouldBeEmpty();
        _rig.Cache.Bytes.ShouldBe(0);
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        while (!condition())
        {
            await Task.Yield();
        }
    }

    private async Task AdvanceUntilAsync(Task task)
    {
        while (!task.IsCompleted)
        {
            // Only the pauses between attempts are passed over: a stream that is open must not seem to stall.
            if (_rig.Source.Disposed == _rig.Source.Opened)
            {
                _rig.Clock.Advance(TimeSpan.FromSeconds(1));
            }

            await Task.Yield();
        }
    }
}
