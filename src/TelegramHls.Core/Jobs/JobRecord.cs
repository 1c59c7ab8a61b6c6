using TelegramHls.Core.Ids;

namespace TelegramHls.Core.Jobs;

/// <summary>A job as it is kept.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Pipeline">Name of the list of steps that it runs.</param>
/// <param name="Subject">What it is about, for people and for search: here the video's id.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Attempts">Attempts since it was queued or last made progress, the running one with them; counted before each runs.</param>
/// <param name="Step">The step that is next or running; null when all are done.</param>
/// <param name="Checkpoint">JSON of the record that <paramref name="Step"/> takes.</param>
/// <param name="Error">The last failure or lack in words for people; null when none.</param>
/// <param name="CreatedAt">When it was queued.</param>
/// <param name="NextAttemptAt">When the next attempt is due; null when it is not <see cref="JobState.Retrying"/>.</param>
/// <param name="FinishedAt">When it reached a final state; null before.</param>
public sealed record JobRecord(
    JobId Id,
    string Pipeline,
    string Subject,
    JobState State,
    int Attempts,
    string? Step,
    string Checkpoint,
    string? Error,
    DateTimeOffset CreatedAt,
    DateTimeOffset? NextAttemptAt,
    DateTimeOffset? FinishedAt)
{
    /// <summary>Whose turn it takes; jobs of different owners take turns. Empty for nobody's.</summary>
    public string Owner { get; init; } = string.Empty;

    /// <summary>Which jobs go first.</summary>
    public JobPriority Priority { get; init; } = JobPriority.Normal;

    /// <summary>The lane that <see cref="Step"/> needs; null when it needs none.</summary>
    public string? Lane { get; init; }

    /// <summary>When its last attempt began; null before the first.</summary>
    public DateTimeOffset? BegunAt { get; init; }

    /// <summary>True once nothing will run for it any more.</summary>
    public bool IsFinal => State is JobState.Succeeded or JobState.Failed or JobState.Cancelled;
}
