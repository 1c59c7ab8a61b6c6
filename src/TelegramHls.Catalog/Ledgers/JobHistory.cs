using Microsoft.EntityFrameworkCore;
using TelegramHls.Catalog.Database;
using TelegramHls.Core.Jobs;

namespace TelegramHls.Catalog.Ledgers;

/// <summary>Removes what is old of jobs that are over.</summary>
internal static class JobHistory
{
    // So few that nobody else waits long for the database.
    private const int AtOnce = 200;

    public static async Task<int> TrimAsync(CatalogStore store, DateTimeOffset before, CancellationToken cancellationToken)
    {
        int all = 0;
        int removed;
        do
        {
            removed = await store.WriteAsync(context => RemoveSomeAsync(context, before, cancellationToken), cancellationToken);
            all += removed;
        }
        while (removed == AtOnce);

        await store.WriteAsync(context => FoldAsync(context, before, cancellationToken), cancellationToken);
        return all;
    }

    private static async Task<int> RemoveSomeAsync(CatalogContext context, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var old = context.Jobs
            .Where(row => (row.State == JobState.Succeeded || row.State == JobState.Failed || row.State == JobState.Cancelled)
                && row.FinishedAt < before && !row.IsUnsettled)
            .OrderBy(row => row.FinishedAt).Select(row => row.Id).Take(AtOnce);
        var ids = await old.ToListAsync(cancellationToken);
        await context.JobEvents.Where(row => ids.Contains(row.JobId)).ExecuteDeleteAsync(cancellationToken);
        await context.JobCheckpoints.Where(row => ids.Contains(row.JobId)).ExecuteDeleteAsync(cancellationToken);
        return await context.Jobs.Where(row => ids.Contains(row.Id)).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>Adds hours to the row in which their day begins.</summary>
    private static Task<int> FoldAsync(CatalogContext context, DateTimeOffset before, CancellationToken cancellationToken) =>
        context.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO job_sums (at, step, succeeded, failed, cancelled, retried, runs, bytes, took)
              SELECT at - at % {TimeSpan.TicksPerDay}, step, SUM(succeeded), SUM(failed), SUM(cancelled), SUM(retried), SUM(runs),
                SUM(bytes), SUM(took)
              FROM job_sums WHERE at < {before.UtcTicks - (before.UtcTicks % TimeSpan.TicksPerDay)} AND at % {TimeSpan.TicksPerDay} <> 0
              GROUP BY 1, 2
              ON CONFLICT (at, step) DO UPDATE SET succeeded = succeeded + excluded.succeeded, failed = failed + excluded.failed,
                cancelled = cancelled + excluded.cancelled, retried = retried + excluded.retried, runs = runs + excluded.runs,
                bytes = bytes + excluded.bytes, took = took + excluded.took;
            DELETE FROM job_sums WHERE at < {before.UtcTicks - (before.UtcTicks % TimeSpan.TicksPerDay)} AND at % {TimeSpan.TicksPerDay} <> 0;
            """,
            cancellationToken);
}
