using TelegramHls.Core.Ids;
using TelegramHls.Core.Jobs;

namespace TelegramHls.Bot.Dashboard.Lists;

/// <summary>A job as lists and the overview show it.</summary>
public sealed record JobLine
{
    /// <summary>The job.</summary>
    public required JobId Id { get; init; }

    /// <summary>What it is about, for people.</summary>
    public required string Title { get; init; }

    /// <summary>Where it stands.</summary>
    public required JobState State { get; init; }

    /// <summary>The step that is next, runs or failed; null when all are done.</summary>
    public required string? Step { get; init; }

    /// <summary>What happens now, why it waits or why it failed; null when there is nothing to say.</summary>
    public required string? Activity { get; init; }

    /// <summary>Figures of that; null when there are none.</summary>
    public string? Detail { get; init; }

    /// <summary>How much of the activity is done, from 0 to 1; null when nobody knows.</summary>
    public double? Share { get; init; }

    /// <summary>Whose job it is, as <see cref="OwnerName"/> for search; empty for nobody's.</summary>
    public required string Owner { get; init; }

    /// <summary>Whose job it is, for people.</summary>
    public required string OwnerName { get; init; }

    /// <summary>Which jobs go first.</summary>
    public JobPriority Priority { get; init; } = JobPriority.Normal;

    /// <summary>Bytes of the source; null when that is gone.</summary>
    public long? Size { get; init; }

    /// <summary>When it was queued.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it ended; null before.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>Its page.</summary>
    public string Address => $"/jobs/{Id}";
}
