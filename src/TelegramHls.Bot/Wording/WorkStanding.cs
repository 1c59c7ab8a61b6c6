using TelegramHls.Bot.Ingest;

namespace TelegramHls.Bot.Wording;

/// <summary>How a video in work stands, for chat and pages.</summary>
/// <param name="Activity">What happens now, such as <c>Storing</c>; a whole sentence when nothing moves.</param>
/// <param name="Share">How much of it is done, from 0 to 1; null when nobody knows.</param>
/// <param name="Detail">Figures or a reason; null when there is nothing to add.</param>
/// <param name="Left">Time until this activity ends; null until that is known.</param>
public sealed record WorkStanding(string Activity, double? Share = null, string? Detail = null, TimeSpan? Left = null)
{
    /// <summary>The percentage, rounded down: 100 is said when it is done, not before.</summary>
    public int? Percent => Share is { } share ? (int)Math.Floor(share * 100) : null;

    /// <summary>Reads a status that is not the last one; null stands for a video of which nothing was said since the start.</summary>
    public static WorkStanding Of(VideoStatus? status) => status switch
    {
        null => new("Waiting to go on"),
        VideoStatus.Queued => new("Queued; it begins when a place is free."),
        VideoStatus.Moving moving => Moving(moving),
        VideoStatus.Busy busy => new($"{busy.Activity} …"),
        VideoStatus.Waiting waiting => new(
            waiting.Reason,
            Detail: $"Nothing is lost; it goes on by itself in {Amount.Duration(waiting.Pause)}.",
            Left: waiting.Pause),
        VideoStatus.WaitingForStorage waiting => new(
            $"Storing stopped: {StorageText.WhyNot(waiting)}.",
            Detail: "Nothing is lost; it goes on by itself when one can."),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static WorkStanding Moving(VideoStatus.Moving moving)
    {
        string speed = moving.BytesPerSecond > 0 ? $" · {Amount.Speed(moving.BytesPerSecond)}" : string.Empty;
        if (moving.Total <= 0)
        {
            return new($"{moving.Activity} …", Detail: $"{Amount.Bytes(moving.Done)}{speed}");
        }

        TimeSpan? left = moving.BytesPerSecond > 0
            ? TimeSpan.FromSeconds(Math.Max(0, moving.Total - moving.Done) / moving.BytesPerSecond)
            : null;
        string remaining = left is { } time ? $" · {Amount.Duration(time)} left" : string.Empty;
        return new(
            moving.Activity,
            Math.Clamp((double)moving.Done / moving.Total, 0, 1),
            $"{Amount.Bytes(moving.Done)} of {Amount.Bytes(moving.Total)}{speed}{remaining}",
            left);
    }
}
