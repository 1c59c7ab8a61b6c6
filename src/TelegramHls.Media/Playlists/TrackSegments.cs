using System.Collections.Immutable;
using TelegramHls.Core.Ids;
using TelegramHls.Core.Ropes;
using TelegramHls.Media.Fragments;
using TelegramHls.Media.Planning;

namespace TelegramHls.Media.Playlists;

/// <summary>The segments of one track as far as its film can be played.</summary>
public sealed class TrackSegments
{
    private readonly ImmutableArray<Fragment> _fragments;

    private TrackSegments(
        PackagedTrack track, ImmutableArray<Fragment> fragments, ImmutableArray<Segment> segments, bool isComplete)
    {
        Track = track;
        _fragments = fragments;
        Segments = segments;
        IsComplete = isComplete;
    }

    /// <summary>The track.</summary>
    public PackagedTrack Track { get; }

    /// <summary>Its segments in their order; a segment that may still grow is not among them.</summary>
    public ImmutableArray<Segment> Segments { get; }

    /// <summary>True when no segment will follow.</summary>
    public bool IsComplete { get; }

    /// <summary>Cuts every track of a stored stream, in the order of the header.</summary>
    /// <param name="table">The fragments; may grow.</param>
    /// <param name="committed">Bytes of the stored stream that can be read back; for a finished one its length.</param>
    public static ImmutableArray<TrackSegments> Cut(FragmentTable table, long committed)
    {
        // Asked first: what completes later than this belongs to the next call.
        bool isComplete = table.IsComplete && committed >= table.Length;
        PackageHeader header = table.Header;
        PackagedTrack leading = header.Tracks.FirstOrDefault(track => track.Plan.Kind == TrackKind.Video) ?? header.Tracks[0];
        ImmutableArray<Fragment> fragments = table.Of(leading.Number, committed);
        var leader = new TrackSegments(
            leading, fragments, SegmentCutter.Cut(fragments, leading, header, isComplete), isComplete);
        return [.. header.Tracks.Select(track => track == leading ? leader : leader.Along(table, track, committed))];
    }

    /// <summary>Bytes of a segment.</summary>
    public long BytesOf(Segment segment) =>
        _fragments.Skip(segment.First).Take(segment.Count).Sum(fragment => fragment.Length);

    /// <summary>Where the bytes of a segment lie in the stored file; neighbours are joined.</summary>
    public Rope RopeOf(Segment segment, StoredFileId file)
    {
        var pieces = new List<Piece>();
        long start = -1;
        long end = -1;
        foreach (Fragment fragment in _fragments.AsSpan(segment.First, segment.Count))
        {
            if (fragment.Offset != end)
            {
                AddPiece(pieces, file, start, end);
                start = fragment.Offset;
            }

            end = fragment.End;
        }

        AddPiece(pieces, file, start, end);
        return new Rope(pieces);
    }

    private static void AddPiece(List<Piece> pieces, StoredFileId file, long start, long end)
    {
        if (start >= 0)
        {
            pieces.Add(new Piece.Stored(file, start, end - start));
        }
    }

    private TrackSegments Along(FragmentTable table, PackagedTrack track, long committed)
    {
        ImmutableArray<Fragment> fragments = table.Of(track.Number, committed);
        ImmutableArray<Segment> segments =
            SegmentCutter.CutAlong(fragments, track, table.Header, IsComplete, Segments, Track.Timescale);
        return new TrackSegments(track, fragments, segments, IsComplete);
    }
}
