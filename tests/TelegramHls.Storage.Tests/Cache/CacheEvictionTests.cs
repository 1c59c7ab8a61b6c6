using TelegramHls.Storage.Cache;
using TelegramHls.Storage.Tests.Kit;

namespace TelegramHls.Storage.Tests.Cache;

public sealed class CacheEvictionTests : IDisposable
{
    private const int MiB = 1024 * 1024;

    private readonly CacheRig _rig = new(length: 6 * MiB, partLength: MiB, maxBytes: 3 * MiB);

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task Open_BeyondTheBudget_DropsTheLeastRecentlyUsed()
    {
        await ReadAllAsync(0, 1, 2, 0, 3);

        Cached().ShouldBe([0, 2, 3]);
        _rig.Cache.Bytes.ShouldBe(3 * MiB);
    }

    [Fact]
    public async Task Open_BeyondTheBudget_KeepsWhatSomebodyReads()
    {
        using PartLease held = _rig.Open(0);
        await CacheRig.ReadAsync(held, 0, MiB);

        await ReadAllAsync(1, 2, 3, 4, 5);

        Cached().ShouldBe([0, 4, 5]);
    }

    [Fact]
    public async Task Restart_OfTheProgram_KeepsTheOrderOfUse()
    {
        await ReadAllAsync(0, 1, 2, 0);
        _rig.Restart();

        await ReadAllAsync(3);

        Cached().ShouldBe([0, 2, 3]);
    }

    [Fact]
    public async Task Restart_WithASmallerBudget_TrimsTheCache()
    {
        await ReadAllAsync(0, 1, 2);
        _rig.Options.MaxBytes = MiB;

        _rig.Restart();

        Cached().ShouldBe([2]);
    }

    [Fact]
    public async Task Clear_WhileSomebodyReads_KeepsHisPartOnly()
    {
        await ReadAllAsync(0, 1);
        using PartLease held = _rig.Open(1);

        _rig.Cache.Clear().ShouldBe(MiB);

        Cached().ShouldBe([1]);
        _rig.Cache.Parts.ShouldBe(1);
    }

    [Fact]
    public async Task Read_WhileReadersFillTheBudget_GivesTheBytesAndWritesNothing()
    {
        PartLease[] held = [_rig.Open(0), _rig.Open(1), _rig.Open(2)];
        foreach (PartLease lease in held)
        {
            await CacheRig.ReadAsync(lease, 0, MiB);
        }

        await ReadAllAsync(3, 4, 5);

        Cached().ShouldBe([0, 1, 2]);
        _rig.Cache.Bytes.ShouldBe(3 * MiB);
        Array.ForEach(held, lease => lease.Dispose());
        await ReadAllAsync(3);
        Cached().ShouldBe([1, 2, 3]);
    }

    [Fact]
    public async Task Read_ByManyAtOnce_NeverExceedsTheBudget()
    {
        long most = 0;
        _rig.Source.Gate = _ =>
        {
            most = Math.Max(most, _rig.FilesOnDisk.Sum(path => new FileInfo(path).Length));
            return Task.CompletedTask;
        };
        PartLease[] leases = [.. Enumerable.Range(0, 6).Select(_rig.Open)];

        byte[][] read = await Task.WhenAll(leases.Select(lease => CacheRig.ReadAsync(lease, 0, MiB)));

        most.ShouldBe(3 * MiB);
        for (int part = 0; part < read.Length; part++)
        {
            read[part].ShouldBe(_rig.Expected(part));
        }

        Array.ForEach(leases, lease => lease.Dispose());
    }

    [Fact]
    public async Task Read_WithTheDiskAtItsFloor_DropsWhatNobodyReadsAndThenWritesNothing()
    {
        await ReadAllAsync(0, 1);
        _rig.Spare = 0;

        await ReadAllAsync(2, 3);

        Cached().ShouldBeEmpty();
        _rig.Spare = MiB;
        await ReadAllAsync(4);
        Cached().ShouldBe([4]);
    }

    [Fact]
    public async Task GiveUp_SoManyBytes_DropsTheLeastRecentlyUsed()
    {
        await ReadAllAsync(0, 1, 2, 0);

        _rig.Cache.GiveUp(MiB + 1).ShouldBe(2 * MiB);

        Cached().ShouldBe([0]);
    }

    [Fact]
    public async Task Read_OfALongPartThatPasses_BackAndForth_GivesTheBytes()
    {
        using var rig = new CacheRig(length: 8 * MiB, partLength: 8 * MiB, maxBytes: MiB);
        using PartLease lease = rig.Open(0);

        foreach (int offset in (int[])[0, 5 * MiB, 2 * MiB, 0, 7 * MiB])
        {
            (await CacheRig.ReadAsync(lease, offset, MiB)).ShouldBe(rig.Expected(0)[offset..(offset + MiB)]);
        }

        rig.FilesOnDisk.ShouldBeEmpty();
        (await CacheRig.ReadAsync(lease, 0, 8 * MiB)).ShouldBe(rig.Expected(0));
    }

    private async Task ReadAllAsync(params int[] parts)
    {
        foreach (int part in parts)
        {
            // The order of use survives a restart by the files' times.
            _rig.Clock.Advance(TimeSpan.FromSeconds(1));
            (await _rig.ReadAsync(part)).ShouldBe(_rig.Expected(part));
        }
    }

    private int[] Cached() =>
        [.. _rig.FilesOnDisk.Select(path => int.Parse(Path.GetFileName(path)[..5])).Order()];
}
