using System.Text.Json;
using TelegramHls.Core.Ids;
using TelegramHls.Storage.Parts;

namespace TelegramHls.Storage.Tests.Parts;

public sealed class PartSizesTests
{
    private const int MiB = 1024 * 1024;

    [Fact]
    public void LimitOf_FirstParts_DoublesUpToTheTarget()
    {
        var sizes = new PartSizes(16 * MiB);
        var video = VideoId.New();

        int[] rounded = [.. Enumerable.Range(0, 6).Select(i => (sizes.LimitOf(video, i) + 8192) / MiB)];

        rounded.ShouldBe([1, 2, 4, 8, 16, 16]);
    }

    [Fact]
    public void LimitOf_AnyPart_NeverExceedsTheTarget()
    {
        var sizes = new PartSizes(20_000_000);
        var video = VideoId.New();

        Enumerable.Range(0, 500).ShouldAllBe(index => sizes.LimitOf(video, index) <= 20_000_000);
    }

    [Fact]
    public void LimitOf_PartsInARow_Differs()
    {
        var sizes = new PartSizes(16 * MiB);
        var video = VideoId.From("Film000001");

        List<int> limits = [.. Enumerable.Range(4, 100).Select(index => sizes.LimitOf(video, index))];

        limits.Zip(limits.Skip(1)).ShouldAllBe(pair => pair.First != pair.Second);
        limits.Distinct().Count().ShouldBeGreaterThan(90);
    }

    [Fact]
    public void LimitOf_AfterTheCheckpointWasReadBack_IsTheSame()
    {
        var sizes = new PartSizes(3 * MiB);
        var video = VideoId.New();

        PartSizes back = JsonSerializer.Deserialize<PartSizes>(JsonSerializer.Serialize(sizes))!;

        Enumerable.Range(0, 20).ShouldAllBe(i => back.LimitOf(video, i) == sizes.LimitOf(video, i));
    }
}
