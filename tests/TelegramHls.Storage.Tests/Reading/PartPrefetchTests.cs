using TelegramHls.Storage.Reading;
using TelegramHls.Storage.Tests.Kit;

namespace TelegramHls.Storage.Tests.Reading;

public sealed class PartPrefetchTests
{
    private const int MiB = 1024 * 1024;

    [Fact]
    public async Task ReadAsync_SteadilyIntoThePartsSecondHalf_FetchesTheNextOne()
    {
        using var rig = new CacheRig(length: 8 * MiB, partLength: 2 * MiB);
        await using PartStream stream = rig.OpenStream();

        await stream.ReadExactlyAsync(new byte[(MiB * 3 / 2) + 1]);

        while (rig.Source.Openings.All(opening => opening.Part != 1))
        {
            await Task.Yield();
        }

        rig.Source.Openings.ShouldNotContain(opening => opening.Part > 1);
    }

    [Fact]
    public async Task ReadAsync_OfAShortLook_FetchesNothingAhead()
    {
        using var rig = new CacheRig(length: 8 * MiB, partLength: 2 * MiB);
        await using PartStream stream = rig.OpenStream();

        stream.Position = (2 * MiB) - 100_000;
        await stream.ReadExactlyAsync(new byte[50_000]);

        rig.Source.Openings.Select(opening => opening.Part).Distinct().ShouldBe([0]);
    }

    [Fact]
    public async Task ReadAsync_WithReadingAheadOff_FetchesNothingAhead()
    {
        using var rig = new CacheRig(length: 8 * MiB, partLength: 2 * MiB);
        rig.Options.PrefetchSeconds = 0;
        await using PartStream stream = rig.OpenStream();

        await stream.ReadExactlyAsync(new byte[2 * MiB]);

        rig.Source.Openings.Select(opening => opening.Part).Distinct().ShouldBe([0]);
    }
}
