using TelegramHls.Bot.Dashboard.Words;
using TelegramHls.Bot.Ingest;
using TelegramHls.Bot.Wording;
using TelegramHls.Catalog.Search;
using TelegramHls.Core.Ids;
using TelegramHls.Core.Jobs;
using TelegramHls.Jobs;

namespace TelegramHls.Bot.Dashboard.Lists;

/// <summary>Puts jobs into lines: what happens to each, or why nothing does.</summary>
internal sealed class JobLines(StatusBoard board, Operators operators, JobQueue queue, TimeProvider clock)
{
    public async Task<IReadOnlyList<JobLine>> OfAsync(IReadOnlyList<FoundJob> found, CancellationToken cancellationToken)
    {
        IReadOnlyDictionary<string, string> names = await operators.NamesAsync(cancellationToken);
        bool isPaused = await queue.IsPausedAsync(cancellationToken);
        return [.. found.Select(job => Line(job, names, isPaused))];
    }

    private JobLine Line(FoundJob found, IReadOnlyDictionary<string, string> names, bool isPaused)
    {
        JobRecord job = found.Job;
        WorkStanding standing = StandingOf(job, isPaused);
        return new JobLine
        {
            Id = job.Id,
            Title = found.Title ?? found.Video?.Title ?? $"Job {job.Id}",
            State = job.State,
            Step = job.Step is { } step ? StepWords.Of(step) : null,
            Activity = standing.Activity.Length == 0 ? null : standing.Activity,
            Detail = standing.Detail,
            Share = standing.Share,
            Owner = job.Owner,
            OwnerName = names.GetValueOrDefault(job.Owner, job.Owner),
            Priority = job.Priority,
            Size = found.Video?.Size,
            CreatedAt = job.CreatedAt,
            FinishedAt = job.FinishedAt,
        };
    }

    /// <summary>What happens to the job now; an empty activity for one that is done.</summary>
    private WorkStanding StandingOf(JobRecord job, bool isPaused) => job.State switch
    {
        JobState.Running => board.Find(VideoId.From(job.Subject)) is { } status
            ? WorkStanding.Of(status)
            : new WorkStanding(job.Step is { } step ? $"{StepWords.Of(step)} …" : "Working …"),
        JobState.Waiting when isPaused => new("The queue is paused."),
        JobState.Waiting when job.Lane is { } lane => new($"Waits for a free place for {lane}."),
        JobState.Waiting => new("Waits for a free place."),
        JobState.Parked => new($"{Sentence(job.Error ?? "Something is missing")} It goes on by itself when that is back."),
        JobState.Retrying => new($"Attempt {job.Attempts} did not work: {Sentence(job.Error ?? "no reason is known")} {Next(job)}"),
        JobState.Failed => new(Sentence(job.Error ?? "Given up")),
        JobState.Succeeded when job.FinishedAt is { } end =>
            new(string.Empty, Detail: $"in {Amount.Duration(end - (job.BegunAt ?? job.CreatedAt))}"),
        _ => new(string.Empty),
    };

    private string Next(JobRecord job) => job.NextAttemptAt is { } at && at > clock.GetUtcNow()
        ? $"The next begins {TimeWords.Relative(at, clock.GetUtcNow())}."
        : "The next begins as soon as a place is free.";

    private static string Sentence(string words) => words.EndsWith('.') || words.EndsWith('!') || words.EndsWith('?') ? words : $"{words}.";
}
