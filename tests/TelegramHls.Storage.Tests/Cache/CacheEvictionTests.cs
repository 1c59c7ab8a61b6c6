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
