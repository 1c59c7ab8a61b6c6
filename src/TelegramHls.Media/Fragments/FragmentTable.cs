using System.Collections.Immutable;

namespace TelegramHls.Media.Fragments;

/// <summary>The fragments of a stored stream without their samples, by track; may grow while it is read.</summary>
public sealed class FragmentTable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<int, List<Fragment>> _tracks;
    private long _length;
    private bool _isComplete;

    /// <summary>A table without fragments.</summary>
    public FragmentTable(PackageHeader header)
    {
        Header = header;
        _length = header.Length;
        _tracks = header.Tracks.ToDictionary(track => track.Number, _ => new List<Fragment>());
    }

    /// <summary>What stands before the first fragment.</summary>
    public PackageHeader Header { get; }

    /// <summary>Bytes of the stored stream that the table covers.</summary>
    public long Length
    {
        get
        {
            lock (_gate)
            {
                return _length;
            }
        }
    }

    /// <summary>How long the film plays so far: until its last track ends.</summary>
    public TimeSpan Duration
    {
        get
        {
            lock (_gate)
            {
                double end = Header.Tracks.Max(track => _tracks[track.Number] is [.., var last] ? (last.DecodeTime + last.Duration) / (double)track.Timescale : 0);
                TimeSpan played = TimeSpan.FromSeconds(end) - Header.Offset;
                return played > TimeSpan.Zero ? played : TimeSpan.Zero;
            }
        }
    }

    /// <summary>True when no fragment will follow.</summary>
    public bool IsComplete
    {
        get
        {
            lock (_gate)
            {
                return _isComplete;
            }
        }
    }

    /// <summary>Takes the next fragment of the stream.</summary>
    /// <exception cref="InvalidDataException">It does not begin where the last one ended, or its track is unknown.</exception>
    public void Add(Fragment fragment)
    {
        lock (_gate)
        {
            if (fragment.Offset != _length || !_tracks.TryGetValue(fragment.Track, out List<Fragment>? fragments))
            {
                throw new InvalidDataException(
                    $"A fragment of track {fragment.Track} at {fragment.Offset} where {_length} was expected.");
            }

            fragments.Add(fragment.WithoutSamples());
            _length = fragment.End;
        }
    }

    /// <summary>Says that no fragment will follow.</summary>
    public void Complete()
    {
        lock (_gate)
        {
            _isComplete = true;
        }
    }

    /// <summary>The fragments of a track so far that end at or before <paramref name="committed"/>.</summary>
    /// <param name="track">Number of the track.</param>
    /// <param name="committed">Bytes of the stored stream that can be read back.</param>
    public ImmutableArray<Fragment> Of(int track, long committed)
    {
        lock (_gate)
        {
            List<Fragment> fragments = _tracks[track];
            int count = fragments.Count;
            while (count > 0 && fragments[count - 1].End > committed)
            {
                count--;
            }

            return [.. fragments.Take(count)];
        }
    }
}
