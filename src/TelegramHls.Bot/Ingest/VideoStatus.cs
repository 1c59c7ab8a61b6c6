namespace TelegramHls.Bot.Ingest;

/// <summary>What the person who sent a film is told about it.</summary>
public abstract record VideoStatus
{
    private VideoStatus()
    {
    }

    /// <summary>True for the last thing that is said: it must reach the person.</summary>
    public bool IsFinal => this is Ready or Duplicate or Refused or Failed or Cancelled;

    /// <summary>Waits for its turn.</summary>
    /// <param name="Work">What it goes on with, as in <c>encoding</c>; null before it has begun.</param>
    public sealed record Queued(string? Work = null) : VideoStatus;

    /// <summary>Bytes of <paramref name="Total"/> are moving.</summary>
    /// <param name="Activity">One verb, as in <c>Fetching</c>.</param>
    /// <param name="Done">Bytes so far.</param>
    /// <param name="Total">Bytes in all; 0 when nobody knows.</param>
    /// <param name="BytesPerSecond">Speed now; 0 until it is known.</param>
    /// <param name="Left">Time until all of them have moved; null until that is known.</param>
    /// <param name="IsEstimate">True when <paramref name="Total"/> may turn out a little different.</param>
    /// <param name="AtLeast">The share that was told before, from 0 to 1: a total that grew must not take it back.</param>
    public sealed record Moving(
        string Activity,
        long Done,
        long Total,
        double BytesPerSecond,
        TimeSpan? Left = null,
        bool IsEstimate = false,
        double AtLeast = 0) : VideoStatus;

    /// <summary>The film is encoded anew and stored on the way.</summary>
    /// <param name="Activity">As in <c>Re-encoding video to H.264</c>.</param>
    /// <param name="Done">Time of the film that is encoded.</param>
    /// <param name="Total">How long the film plays; null when nobody knows.</param>
    /// <param name="Speed">Seconds of the film in a second; 0 until it is known.</param>
    /// <param name="Left">Time until all of it is encoded; null until that is known.</param>
    public sealed record Encoding(string Activity, TimeSpan Done, TimeSpan? Total, double Speed, TimeSpan? Left) : VideoStatus;

    /// <summary>All of the film is encoded, and its end still on the way to the storage.</summary>
    /// <param name="Bytes">How many are left.</param>
    /// <param name="Left">Time until they are stored; null until that is known.</param>
    public sealed record Finishing(long Bytes, TimeSpan? Left) : VideoStatus;

    /// <summary>Something without bytes to count goes on.</summary>
    public sealed record Busy(string Activity) : VideoStatus;

    /// <summary>An attempt failed; it goes on by itself.</summary>
    public sealed record Waiting(string Reason, TimeSpan Pause) : VideoStatus;

    /// <summary>No storage bot can take anything; it goes on by itself when one can.</summary>
    /// <param name="Bots">Storage bots that there are.</param>
    /// <param name="AreOut">They may not write to their channels; else Telegram is away or told them to wait.</param>
    public sealed record WaitingForStorage(int Bots, bool AreOut) : VideoStatus;

    /// <summary>There is no room on the disk; it goes on by itself when there is.</summary>
    /// <param name="Free">Bytes free.</param>
    /// <param name="Floor">Bytes that have to stay free.</param>
    public sealed record WaitingForDisk(long Free, long Floor) : VideoStatus;

    /// <summary>It plays.</summary>
    /// <param name="Elapsed">From the message to now.</param>
    public sealed record Ready(TimeSpan Elapsed) : VideoStatus;

    /// <summary>The same film is already here.</summary>
    public sealed record Duplicate(Core.Ids.VideoId Existing) : VideoStatus;

    /// <summary>It will not be done, and why.</summary>
    public sealed record Refused(string Reason) : VideoStatus;

    /// <summary>It was tried and given up.</summary>
    public sealed record Failed(string Reason) : VideoStatus;

    /// <summary>The person stopped it.</summary>
    public sealed record Cancelled : VideoStatus;
}
