using Microsoft.EntityFrameworkCore;
using TelegramHls.Catalog.Database;
using TelegramHls.Core.Ids;
using TelegramHls.Core.Jobs;

namespace TelegramHls.Catalog.Search;

/// <summary>Says which jobs have changed: every change of a job writes a line of history, every action one of the audit.</summary>
public sealed class JobFeed
{
    private const int MostJobs = 200;

    private readonly CatalogStore _store;

    internal JobFeed(CatalogStore store) => _store = store;

    /// <summary>What is new since <paramref name="before"/>; with null the moment of now, and what runs.</summary>
    public Task<JobChanges> SinceAsync(JobChanges? before, CancellationToken cancellationToken) =>
        _store.ReadAsync(
            async context =>
            {
                long line = await context.JobEvents.MaxAsync(row => (long?)row.Number, cancellationToken) ?? 0;
                long action = await context.Audit.MaxAsync(row => (long?)row.Number, cancellationToken) ?? 0;
                long since = before?.LastLine ?? line;
                JobId[] changed = await context.JobEvents.Where(row => row.Number > since).Select(row => row.JobId)
                    .Distinct().Take(MostJobs).ToArrayAsync(cancellationToken);
                JobId[] running = await context.Jobs.Where(row => row.State == JobState.Running).Select(row => row.Id)
                    .Take(MostJobs).ToArrayAsync(cancellationToken);
                return new JobChanges(line, action, [.. changed.Union(running)]);
            },
            cancellationToken);
}
