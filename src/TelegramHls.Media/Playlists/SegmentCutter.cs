using System.Collections.Immutable;
using TelegramHls.Media.Fragments;

namespace TelegramHls.Media.Playlists;

/// <summary>
/// Cuts a track into segments. Pure, and steady: what was cut from the fragments so far stays the same when more follow.
/// </summary>
/// <remarks>
/// A segment ends before a key frame once it is as long as wanted; it also ends before a group of pictures that is half as
/// long again as a whole segment should be, if at least a second is in it, and before one that it could not hold. Whether a
/// group is long is seen when it is known so far: until then no segment is listed whose end depends on it. None is longer than
/// the target duration: a track without a key frame for so long is cut where a fragment ends.
/// </remarks>
public static class SegmentCutter
{
    /// <summary>So much longer than <c>EXT-X-TARGETDURATION</c> a segment may be, since rounding takes it away (RFC 8216, 4.3.3.1).</summary>
    internal static readonly TimeSpan Rounding = TimeSpan.FromSeconds(0.4);

    private const double LongGroup = 1.5;

    /// <summary>Cuts the track that decides where segments begin: the video, or the only sound.</summary>
    /// <param name="fragments">The track's fragments so far.</param>
    /// <param name="track">The track.</param>
    /// <param name="header">Holds the wanted and the longest duration.</param>
    /// <param name="isComplete">True when no fragment will follow.</param>
    public static ImmutableArray<Segment> Cut(
        ImmutableArray<Fragment> fragments, PackagedTrack track, PackageHeader header, bool isComplete)
    {
        long target = (long)(header.SegmentTarget.TotalSeconds * track.Timescale);
        var cut = new SegmentBuilder(fragments, Longest(header, track));
        for (int i = 1; i < fragments.Length; i++)
        {
            long pending = cut.Pending(i);
            if (fragments[i].StartsWithSync && pending >= target)
            {
                cut.CutBefore(i);
            }
            else if (fragments[i].StartsWithSync)
            {
                long room = Longest(header, track) - pending;
                long limit = pending >= track.Timescale ? Math.Min((long)(target * LongGroup), room) : room;
                bool? isLong = IsLong(fragments, i, limit, isComplete);
                if (isLong is null)
                {
                    return cut.ToSegments(isComplete: false);
                }

                cut.CutBefore(i, when: isLong.Value);
            }

            cut.KeepShort(i);
        }

        return cut.ToSegments(isComplete);
    }

    /// <summary>Cuts another track at the same moments.</summary>
    /// <param name="fragments">The track's fragments so far.</param>
    /// <param name="track">The track.</param>
    /// <param name="header">Holds the longest duration.</param>
    /// <param name="isComplete">True when no fragment will follow.</param>
    /// <param name="leader">The segments of the track that decides.</param>
    /// <param name="leaderTimescale">That track's units in a second.</param>
    public static ImmutableArray<Segment> CutAlong(
        ImmutableArray<Fragment> fragments,
        PackagedTrack track,
        PackageHeader header,
        bool isComplete,
        ImmutableArray<Segment> leader,
        uint leaderTimescale)
    {
        var cut = new SegmentBuilder(fragments, Longest(header, track));
        Int128[] cuts = [.. Boundaries(leader, isComplete).Select(start => (Int128)start * track.Timescale)];
        int next = 0;
        for (int i = 1; i < fragments.Length && (isComplete || next < cuts.Length); i++)
        {
            // A fragment belongs to the segment that its middle lies in.
            Int128 middle = ((Int128)fragments[i].DecodeTime + (fragments[i].Duration / 2)) * leaderTimescale;
            int before = next;
            while (next < cuts.Length && cuts[next] <= middle)
            {
                next++;
            }

            cut.CutBefore(i, when: next > before);
            cut.KeepShort(i);
        }

        return cut.ToSegments(isComplete);
    }

    // While the leader grows, its last segment's end is where the next one is known to begin.
    private static IEnumerable<long> Boundaries(ImmutableArray<Segment> leader, bool isComplete) =>
        isComplete || leader.IsEmpty
            ? leader.Skip(1).Select(segment => segment.Start)
            : leader.Skip(1).Select(segment => segment.Start).Append(leader[^1].Start + leader[^1].Duration);

    // Null while too little of the group is known to tell.
    private static bool? IsLong(ImmutableArray<Fragment> fragments, int start, long limit, bool isComplete)
    {
        for (int i = start; i < fragments.Length; i++)
        {
            if (fragments[i].DecodeTime + fragments[i].Duration - fragments[start].DecodeTime > limit)
            {
                return true;
            }

            if (i > start && fragments[i].StartsWithSync)
            {
                return false;
            }
        }

        return isComplete ? false : null;
    }

    private static long Longest(PackageHeader header, PackagedTrack track) => (long)((header.TargetDuration + Rounding.TotalSeconds) * track.Timescale);
}
