using TelegramHls.Catalog.Search;
using TelegramHls.Core.Ids;
using TelegramHls.Core.Jobs;

namespace TelegramHls.Catalog.Rows;

internal sealed class JobRow
{
    public JobId Id { get; set; }

    public required string Pipeline { get; set; }

    public required string Subject { get; set; }

    /// <summary>What people call the subject; outlives it.</summary>
    public string? Title { get; set; }

    /// <summary>What the job is found by, made by <see cref="Search.SearchWords"/>.</summary>
    public string Words { get; set; } = string.Empty;

    public JobState State { get; set; }

    public int Attempts { get; set; }

    public string? Step { get; set; }

    public required string Checkpoint { get; set; }

    public string? Error { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset? NextAttemptAt { get; set; }

    public DateTimeOffset? FinishedAt { get; set; }

    public required string Owner { get; set; }

    public JobPriority Priority { get; set; }

    public string? Lane { get; set; }

    public DateTimeOffset? BegunAt { get; set; }

    /// <summary>True while what a failed or cancelled job left behind is not cleaned up.</summary>
    public bool IsUnsettled { get; set; }

    public JobRecord ToRecord() => new(
        Id, Pipeline, Subject, State, Attempts, Step, Checkpoint, Error, CreatedAt, NextAttemptAt, FinishedAt)
    {
        Owner = Owner,
        Priority = Priority,
        Lane = Lane,
        BegunAt = BegunAt,
    };

    /// <summary>The subject is called so from now on.</summary>
    public void Call(string title, string fileName) =>
        (Title, Words) = (title, SearchWords.Of(title, fileName, Id.Value, Subject));

    public static JobRow Of(JobRecord job) => new()
    {
        Id = job.Id,
        Pipeline = job.Pipeline,
        Subject = job.Subject,
        State = JobState.Waiting,
        Step = job.Step,
        Checkpoint = job.Checkpoint,
        CreatedAt = job.CreatedAt,
        Words = SearchWords.Of(job.Id.Value, job.Subject),
        Owner = job.Owner,
        Priority = job.Priority,
        Lane = job.Lane,
    };
}
