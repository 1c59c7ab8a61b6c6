using TelegramHls.Bot.Cli.Errands;
using TelegramHls.Bot.Dashboard.Acting;
using TelegramHls.Catalog.Queries;
using TelegramHls.Core.Ids;
using TelegramHls.Core.Jobs;

namespace TelegramHls.Bot.Cli.Jobs;

/// <summary>What <c>jobs retry</c> and <c>jobs cancel</c> ask for.</summary>
/// <param name="Action">What to do.</param>
/// <param name="Ids">Of jobs, or of films: then their newest job is meant.</param>
/// <param name="Step">From which step to retry; null for that at which the job stands.</param>
internal sealed record JobsActOrder(JobAction Action, IReadOnlyList<string> Ids, string? Step);

/// <summary>What became of it.</summary>
/// <param name="Jobs">In the order in which they were named.</param>
internal sealed record ActedJobs(IReadOnlyList<ActedJob> Jobs) : IVerdict
{
    public bool Ok => Jobs.All(job => job.Problem is null);
}

/// <summary>A job that was named.</summary>
/// <param name="Id">As it was named.</param>
/// <param name="Job">The job; null when there is none.</param>
/// <param name="Problem">Why nothing was done; null when it was.</param>
internal sealed record ActedJob(string Id, string? Job, string? Problem);

/// <summary>Does one thing with jobs.</summary>
internal sealed class JobsActErrand(JobActs acts, IJobLedger ledger, JobQueries queries) : Errand<JobsActOrder, ActedJobs>
{
    public const string ErrandName = "jobs act";

    public override string Name => ErrandName;

    protected override async Task<ActedJobs> DoAsync(JobsActOrder order, IProgress<ErrandNote> notes, CancellationToken cancellationToken)
    {
        var done = new List<ActedJob>();
        foreach (string id in order.Ids.Distinct(StringComparer.Ordinal))
        {
            cancellationToken.ThrowIfCancellationRequested();
            JobId? job = await FindAsync(id, cancellationToken);
            string? problem = job is { } found
                ? await acts.DoAsync(CommandLine.Who, order.Action, found, order.Step)
                : "There is no such job or film.";
            done.Add(new ActedJob(id, job?.Value, problem));
        }

        return new ActedJobs(done);
    }

    private async Task<JobId?> FindAsync(string id, CancellationToken cancellationToken) =>
        !Base62.IsValid(id) ? null
        : await ledger.FindAsync(JobId.From(id), cancellationToken) is { } job ? job.Id
        : await queries.AboutAsync(id, cancellationToken) is [var newest, ..] ? newest.Id
        : null;
}
