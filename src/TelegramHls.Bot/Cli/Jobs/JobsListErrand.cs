using TelegramHls.Bot.Cli.Errands;
using TelegramHls.Bot.Dashboard.Words;
using TelegramHls.Catalog.Search;
using TelegramHls.Core.Jobs;

namespace TelegramHls.Bot.Cli.Jobs;

/// <summary>What <c>jobs list</c> asks for; what is null does not matter.</summary>
/// <param name="State">By its name for people.</param>
/// <param name="Text">Words of title, file name, id or error.</param>
/// <param name="Step">The step that is next, runs or failed.</param>
/// <param name="Skip">How many of the newest are left out.</param>
/// <param name="Take">At most so many.</param>
internal sealed record JobsListOrder(string? State, string? Text, string? Step, int Skip, int Take);

/// <summary>A page of jobs.</summary>
/// <param name="Jobs">Newest first.</param>
/// <param name="Total">How many fit.</param>
/// <param name="Counts">How many fit in each state, whatever state was asked for.</param>
internal sealed record ListedJobs(IReadOnlyList<ListedJob> Jobs, int Total, IReadOnlyDictionary<string, int> Counts);

/// <summary>A job as verbs tell of it.</summary>
internal sealed record ListedJob(
    string Id,
    string Video,
    string? Title,
    string State,
    string Priority,
    string? Step,
    int Attempts,
    string? Error,
    DateTimeOffset QueuedAt,
    DateTimeOffset? NextAttemptAt,
    DateTimeOffset? FinishedAt);

/// <summary>Lists jobs.</summary>
internal sealed class JobsListErrand(JobSearch search) : Errand<JobsListOrder, ListedJobs>
{
    public const string ErrandName = "jobs list";

    public override string Name => ErrandName;

    protected override async Task<ListedJobs> DoAsync(JobsListOrder order, IProgress<ErrandNote> notes, CancellationToken cancellationToken)
    {
        var filter = new JobFilter(StateWords.Find(order.State), order.Text, order.Step);
        FoundJobs found = await search.FindAsync(filter, JobOrder.Newest, order.Skip, order.Take, cancellationToken);
        return new ListedJobs(
            [.. found.Jobs.Select(Of)],
            found.Total,
            found.Counts.ToDictionary(count => StateWords.NameOf(count.Key), count => count.Value, StringComparer.Ordinal));
    }

    private static ListedJob Of(FoundJob found)
    {
        JobRecord job = found.Job;
        return new ListedJob(
            job.Id.Value,
            job.Subject,
            found.Title,
            StateWords.NameOf(job.State),
            job.Priority.ToString().ToLowerInvariant(),
            job.Step,
            job.Attempts,
            job.Error,
            job.CreatedAt,
            job.NextAttemptAt,
            job.FinishedAt);
    }
}
