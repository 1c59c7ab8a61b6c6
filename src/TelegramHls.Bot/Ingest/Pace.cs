namespace TelegramHls.Bot.Ingest;

/// <summary>How fast something goes, from what was done in the last half minute. Not for two threads at once.</summary>
internal sealed class Pace(TimeProvider clock)
{
    private static readonly TimeSpan Memory = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan UntilSteady = TimeSpan.FromSeconds(4);

    private readonly Queue<(long At, double Done)> _notes = new();
    private (long At, double Done) _last;

    /// <summary>How much a second; 0 until it can be told. The time before the first piece was done does not count.</summary>
    public double Rate { get; private set; }

    /// <summary>Notes how much is done by now.</summary>
    public void Note(double done)
    {
        if (done <= _last.Done)
        {
            return;
        }

        _last = (clock.GetTimestamp(), done);
        _notes.Enqueue(_last);
        while (_notes.Count > 2 && clock.GetElapsedTime(_notes.Peek().At, _last.At) > Memory)
        {
            _notes.Dequeue();
        }

        (long at, double before) = _notes.Peek();
        TimeSpan span = clock.GetElapsedTime(at, _last.At);
        Rate = span >= UntilSteady ? (done - before) / span.TotalSeconds : 0;
    }

    /// <summary>How long the rest will take; null until that can be told.</summary>
    /// <param name="total">How much it is in all.</param>
    public TimeSpan? Left(double total)
    {
        if (Rate <= 0)
        {
            return null;
        }

        // What was done since the last note is not known, but time has passed.
        double seconds = ((total - _last.Done) / Rate) - clock.GetElapsedTime(_last.At).TotalSeconds;
        return TimeSpan.FromSeconds(Math.Max(0, seconds));
    }
}
