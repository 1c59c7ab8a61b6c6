using System.Collections.Immutable;
using TelegramHls.Media.Fragments;
using TelegramHls.Media.Playlists;

namespace TelegramHls.Media.Subtitles.Renditions;

/// <summary>
/// Cuts subtitles where the film's own segments begin: several of those make one, so that a long film has few, but none is longer
/// than the target duration, which all playlists of a film share (RFC 8216, 6.2.4). The first is one of the film's, so that a film
/// in work has one at once. Steady: what was cut stays the same when more of the film follows.
/// </summary>
public static class SubtitleSpans
{
    /// <summary>The spans so far; one that may still grow is not among them.</summary>
    /// <param name="leader">The track that decides where segments begin: the video, or the only sound.</param>
    /// <param name="header">Holds the longest duration and where the film begins.</param>
    public static ImmutableArray<SubtitleSpan> Cut(TrackSegments leader, PackageHeader header)
    {
        TimeSpan longest = TimeSpan.FromSeconds(header.TargetDuration);
        var spans = ImmutableArray.CreateBuilder<SubtitleSpan>();
        ImmutableArray<Segment> segments = leader.Segments;
        for (int i = 0; i < segments.Length;)
        {
            int first = i++;
            while (first > 0 && i < segments.Length && Time(leader, End(segments[i]) - segments[first].Start) <= longest)
            {
                i++;
            }

            bool isLast = i == segments.Length;
            if (isLast && first > 0 && !leader.IsComplete)
                break;

            TimeSpan duration = Time(leader, End(segments[i - 1]) - segments[first].Start);
            spans.Add(new SubtitleSpan(
                spans.Count, Time(leader, segments[first].Start) - header.Offset, duration, first == 0, isLast && leader.IsComplete));
        }

        return spans.ToImmutable();
    }

    private static long End(Segment segment) => segment.Start + segment.Duration;

    private static TimeSpan Time(TrackSegments leader, long units) =>
        TimeSpan.FromTicks((long)((Int128)units * TimeSpan.TicksPerSecond / leader.Track.Timescale));
}
