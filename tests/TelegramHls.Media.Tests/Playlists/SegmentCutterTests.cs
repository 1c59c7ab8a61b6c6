using System.Collections.Immutable;
using TelegramHls.Media.Fragments;
using TelegramHls.Media.Planning;
using TelegramHls.Media.Playlists;

namespace TelegramHls.Media.Tests.Playlists;

public sealed class SegmentCutterTests
{
    private static readonly PackagedTrack Video = new(
        1, new PlannedTrack("v0", TrackKind.Video, 0, "h264", TrackAction.Copy, null, null, null, null, true, null, null),
        1000, "avc1.64001E", default);

    private static readonly PackageHeader Header = new(
        1, 100, TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(4), TargetDuration: 20, [Video]);

    [Theory]
    [InlineData(new double[] { 0, 2, 4, 6, 8, 10 }, 12, new double[] { 4, 4, 4 })]
    [InlineData(new double[] { 0, 4, 8 }, 12, new double[] { 4, 4, 4 })]
    [InlineData(new double[] { 0, 3, 6, 9 }, 12, new double[] { 6, 6 })]
    // Key frames as measured: without looking ahead the first segment would take 15 s, the third 15, the fourth 16.5.
    [InlineData(new double[] { 0, 1, 2.5, 15, 17, 32, 40 }, 44, new double[] { 2.5, 12.5, 2, 15, 8, 4 })]
    // A group of a whole segment's length, again and again.
    [InlineData(new double[] { 0, 20, 40 }, 60, new double[] { 20, 20, 20 })]
    // Less than a second is cut off only where both together would be longer than the target duration.
    [InlineData(new double[] { 0, 0.5, 19 }, 23, new double[] { 19, 4 })]
    [InlineData(new double[] { 0, 0.75, 20.5 }, 24, new double[] { 0.75, 19.75, 3.5 })]
    [InlineData(new double[] { 0 }, 45, new double[] { 20, 20, 5 })]
    public void Cut_KeyFramesAt_GivesSegmentsOf(double[] keyFrames, double end, double[] expected)
    {
        ImmutableArray<Fragment> fragments = Fragments(keyFrames, end);

        ImmutableArray<Segment> segments = SegmentCutter.Cut(fragments, Video, Header, isComplete: true);

        segments.Select(segment => segment.Duration / 1000d).ShouldBe(expected);
    }

    [Theory]
    [InlineData(4, 20)]
    [InlineData(12, 24)]
    [InlineData(1, 20)]
    public void Cut_AnyPrefix_IsThePrefixOfTheWhole(int wanted, int longest)
    {
        PackageHeader header = Header with { SegmentTarget = TimeSpan.FromSeconds(wanted), TargetDuration = longest };
        var random = new Random(7);
        for (int round = 0; round < 50; round++)
        {
            double time = 0;
            double[] keys = [.. Enumerable.Range(0, 30).Select(i => i == 0 ? 0 : time += 0.25 * random.Next(1, 80))];
            ImmutableArray<Fragment> fragments = Fragments(keys, time + 3);
            ImmutableArray<Segment> whole = SegmentCutter.Cut(fragments, Video, header, isComplete: true);

            for (int count = 0; count < fragments.Length; count++)
            {
                ImmutableArray<Segment> part = SegmentCutter.Cut([.. fragments.Take(count)], Video, header, isComplete: false);
                part.ShouldBe(whole.Take(part.Length));
            }

            // RFC 8216, 4.3.3.1: rounded to the nearest integer.
            whole.ShouldAllBe(segment => Math.Round(segment.Duration / 1000d) <= longest);
            whole.ShouldAllBe(segment => fragments[segment.First].StartsWithSync);
        }
    }

    // A fragment begins at each key frame and each second after it.
    private static ImmutableArray<Fragment> Fragments(double[] keyFrames, double end)
    {
        var fragments = ImmutableArray.CreateBuilder<Fragment>();
        long offset = 100;
        for (int i = 0; i < keyFrames.Length; i++)
        {
            double next = i + 1 < keyFrames.Length ? keyFrames[i + 1] : end;
            for (double time = keyFrames[i]; time < next; time++)
            {
                long length = (long)(Math.Min(1, next - time) * 1000);
                fragments.Add(new Fragment(1, offset, 10, (long)(time * 1000) + 500, length, time == keyFrames[i], []));
                offset += 10;
            }
        }

        return fragments.ToImmutable();
    }
}
