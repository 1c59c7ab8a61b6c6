using System.Collections.Immutable;
using TelegramHls.Media.Fragments;

namespace TelegramHls.Media.Playlists;

/// <summary>Collects cuts and turns them into segments.</summary>
internal sealed class SegmentBuilder(ImmutableArray<Fragment> fragments, long longest)
{
    private readonly List<int> _starts = [0];

    /// <summary>From the last cut to fragment <paramref name="index"/>, in units of the track.</summary>
    public long Pending(int index) => fragments[index].DecodeTime - fragments[_starts[^1]].DecodeTime;

    public void CutBefore(int index, bool when = true)
    {
        if (when && _starts[^1] < index)
        {
            _starts.Add(index);
        }
    }

    /// <summary>Cuts before a fragment with which the segment would be too long.</summary>
    public void KeepShort(int index) =>
        CutBefore(index, when: Pending(index) + fragments[index].Duration > longest);

    /// <summary>The segments; the one that is still open only when nothing will follow.</summary>
    /// <param name="isComplete">True when no fragment will follow.</param>
    public ImmutableArray<Segment> ToSegments(bool isComplete)
    {
        int closed = isComplete && fragments.Length > 0 ? _starts.Count : _starts.Count - 1;
        var segments = ImmutableArray.CreateBuilder<Segment>(closed);
        for (int i = 0; i < closed; i++)
        {
            int first = _starts[i];
            int end = i + 1 < _starts.Count ? _starts[i + 1] : fragments.Length;
            long start = fragments[first].DecodeTime;
            long until = end < fragments.Length
                ? fragments[end].DecodeTime
                : fragments[^1].DecodeTime + fragments[^1].Duration;
            segments.Add(new Segment(i, first, end - first, start, until - start));
        }

        return segments.MoveToImmutable();
    }
}
