using TelegramHls.Bot.Dashboard.Acting;
using TelegramHls.Bot.Dashboard.Lists;
using TelegramHls.Bot.Dashboard.Pages;
using TelegramHls.Bot.Web;
using TelegramHls.Catalog.Search;
using TelegramHls.Catalog.Statistics;
using TelegramHls.Core.Jobs;
using TelegramHls.Jobs;

namespace TelegramHls.Bot.Dashboard.Overview;

/// <summary><c>/jobs</c>: is anything wrong, what runs and how fast, what waits and why, what failed and why.</summary>
internal sealed class OverviewEndpoint(
    JobSearch search,
    JobLines lines,
    JobStatistics statistics,
    HealthGlance health,
    JobQueue queue,
    BulkActs bulk,
    SaidCookie said,
    TimeProvider clock)
{
    // Jobs:Parallel is at most 64.
    private const int MostRunning = 64;
    private const int Some = 5;
    private const int MinutesShown = 60;
    private const int HoursShown = 24;
    private const int DaysShown = 7;

    public async Task<IResult> ShowAsync(HttpContext context, CancellationToken cancellationToken)
    {
        FoundJobs running = await search.FindAsync(new JobFilter(JobState.Running), JobOrder.Oldest, 0, MostRunning, cancellationToken);
        IReadOnlyList<FoundJob> failed = await search.FirstAsync(new JobFilter(JobState.Failed), JobOrder.Finished, Some, cancellationToken);
        var view = new OverviewView
        {
            Troubles = await health.LookAsync(cancellationToken),
            Counts = running.Counts,
            Running = await lines.OfAsync(running.Jobs, cancellationToken),
            Waiting = await lines.OfAsync(await WaitingAsync(cancellationToken), cancellationToken),
            Failed = await lines.OfAsync(failed, cancellationToken),
            Minutes = await statistics.MinutesAsync(MinutesShown, cancellationToken),
            Hours = await statistics.HoursAsync(HoursShown, cancellationToken),
            Days = await statistics.DaysAsync(DaysShown, cancellationToken),
            Steps = await statistics.StepsAsync(clock.GetUtcNow() - TimeSpan.FromDays(DaysShown), cancellationToken),
            IsPaused = await queue.IsPausedAsync(cancellationToken),
            Bulk = bulk.Progress,
        };
        return PageResults.Of<OverviewPage>(new()
        {
            [nameof(OverviewPage.View)] = view,
            [nameof(OverviewPage.Said)] = said.Take(context),
        });
    }

    /// <summary>Those with a reason of their own before those that only wait for their turn.</summary>
    private async Task<IReadOnlyList<FoundJob>> WaitingAsync(CancellationToken cancellationToken)
    {
        List<FoundJob> some = [];
        foreach (JobState state in new[] { JobState.Retrying, JobState.Parked, JobState.Waiting })
        {
            if (some.Count < Some)
            {
                some.AddRange(await search.FirstAsync(new JobFilter(state), JobOrder.Oldest, Some - some.Count, cancellationToken));
            }
        }

        return some;
    }
}
