using TelegramHls.Core.Storing;

namespace TelegramHls.Storage.Reading.Ahead;

/// <summary>
/// A place in a stored file at which somebody plays: it moves with what is read there, by one long request or by one
/// request a segment. Not safe for several threads: the lock of <see cref="ReadAhead"/> guards it.
/// </summary>
internal sealed class PlayHead
{
    // Tracks of one span lie side by side, and a player asks for them in turn.
    private const long Nearby = 8 * 1024 * 1024;

    // Less than this is a look at a header or an index, not a player.
    private const long SteadyBytes = 512 * 1024;

    private static readonly TimeSpan ShortestMeasure = TimeSpan.FromSeconds(0.25);

    private readonly TimeProvider _time;
    private readonly long _start;
    private long _markedAt;
    private long _marked;

    /// <summary>Somebody began to read at <paramref name="start"/> and came to <paramref name="end"/>.</summary>
    public PlayHead(StoredFile file, long start, long end, TimeProvider time)
    {
        _time = time;
        File = file;
        _start = start;
        Position = _marked = end;
        SeenAt = _markedAt = time.GetTimestamp();
    }

    /// <summary>The file as its last reader knew it.</summary>
    public StoredFile File { get; set; }

    /// <summary>Behind the last byte that was read.</summary>
    public long Position { get; private set; }

    /// <summary>Bytes a second at which it moves; 0 until that is known.</summary>
    public double Rate { get; private set; }

    public int Readers { get; set; }

    public long SeenAt { get; private set; }

    /// <summary>Parts that are on their way.</summary>
    public int Running { get; set; }

    /// <summary>The first part that was not begun yet.</summary>
    public int NextPart { get; set; }

    /// <summary>Cancelled when it is gone.</summary>
    public CancellationTokenSource Ending { get; } = new();

    /// <summary>Bytes that it has come along.</summary>
    public long Read => Position - _start;

    public bool IsSteady => Read >= SteadyBytes;

    public bool Reaches(long position) => position >= Position - Nearby && position <= Position + Nearby;

    public void Advance(long end)
    {
        SeenAt = _time.GetTimestamp();
        Position = Math.Max(Position, end);
        TimeSpan passed = _time.GetElapsedTime(_markedAt, SeenAt);
        if (passed >= ShortestMeasure)
        {
            // Recent behaviour counts most: a player that has filled its buffer slows down to the speed of the film.
            double now = (Position - _marked) / passed.TotalSeconds;
            Rate = Rate == 0 ? now : (0.7 * Rate) + (0.3 * now);
            (_markedAt, _marked) = (SeenAt, Position);
        }
    }
}
