using System.Globalization;
using TelegramHls.Bot.Ingest;

namespace TelegramHls.Bot.Wording;

/// <summary>How a video in work stands, for chat and pages.</summary>
/// <param name="Activity">What happens now, such as <c>Storing</c>; a whole sentence when nothing moves.</param>
/// <param name="Share">How much of it is done, from 0 to 1; null when nobody knows.</param>
/// <param name="Detail">Figures or a reason; null when there is nothing to add.</param>
/// <param name="Left">Time until this activity ends; null until that is known.</param>
public sealed record WorkStanding(string Activity, double? Share = null, string? Detail = null, TimeSpan? Left = null)
{
    /// <summary>Begins what is said while the disk has no room.</summary>
    public const string WaitingForRoom = "Waiting for room";

    // What is encoded is not stored yet.
    private const double NearlyDone = 0.99;

    /// <summary>The percentage, rounded down: 100 is said when it is done, not before.</summary>
    public int? Percent => Share is { } share ? (int)Math.Floor(share * 100) : null;

    /// <summary>Reads a status that is not the last one; null stands for a video of which nothing was said since the start.</summary>
    public static WorkStanding Of(VideoStatus? status) => status switch
    {
        null => new("Waiting to go on"),
        VideoStatus.Queued { Work: { } work } => new($"Waiting for its turn; it goes on with {work} when a place is free."),
        VideoStatus.Queued => new("Queued; it begins when a place is free."),
        VideoStatus.Moving moving => Moving(moving),
        VideoStatus.Encoding encoding => Encoding(encoding),
        VideoStatus.Finishing rest => new(
            "Storing the rest", NearlyDone, Line(Amount.Bytes(rest.Bytes), Remaining(rest.Left)), rest.Left),
        VideoStatus.Busy busy => new($"{busy.Activity} …"),
        VideoStatus.Waiting waiting => new(
            waiting.Reason,
            Detail: $"Nothing is lost; it goes on by itself in {Amount.Duration(waiting.Pause)}.",
            Left: waiting.Pause),
        VideoStatus.WaitingForDisk waiting => new(
            $"{WaitingForRoom}: {StorageText.WhyNot(waiting)}.",
            Detail: "Nothing is lost; it goes on by itself when there is room."),
        VideoStatus.WaitingForStorage waiting => new(
            $"Storing stopped: {StorageText.WhyNot(waiting)}.",
            Detail: "Nothing is lost; it goes on by itself when one can."),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static WorkStanding Moving(VideoStatus.Moving moving)
    {
        string? speed = moving.BytesPerSecond > 0 ? Amount.Speed(moving.BytesPerSecond) : null;
        string done = Amount.Bytes(moving.Done);
        return moving.Total <= 0
            ? new($"{moving.Activity} …", Detail: Line(done, speed))
            : new(
                moving.Activity,
                Math.Clamp((double)moving.Done / moving.Total, moving.AtLeast, 1),
                Line($"{done} of {(moving.IsEstimate ? "about " : string.Empty)}{Amount.Bytes(moving.Total)}", speed, Remaining(moving.Left)),
                moving.Left);
    }

    private static WorkStanding Encoding(VideoStatus.Encoding encoding)
    {
        string? speed = encoding.Speed > 0 ? $"{encoding.Speed.ToString(encoding.Speed < 9.95 ? "0.0" : "0", CultureInfo.InvariantCulture)}×" : null;
        string done = Amount.Duration(encoding.Done);
        return encoding.Total is { } total && total > TimeSpan.Zero
            ? new(
                encoding.Activity,
                Math.Min(encoding.Done / total, NearlyDone),
                Line($"{done} of {Amount.Duration(total)}", speed, Remaining(encoding.Left)),
                encoding.Left)
            : new($"{encoding.Activity} …", Detail: Line($"{done} done", speed));
    }

    private static string? Remaining(TimeSpan? left) => left is { } time ? $"{Amount.Duration(time)} left" : null;

    private static string Line(params string?[] facts) => string.Join(" · ", facts.Where(fact => fact is not null));
}
