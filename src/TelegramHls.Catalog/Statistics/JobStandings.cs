using Microsoft.EntityFrameworkCore;
using TelegramHls.Catalog.Database;
using TelegramHls.Core.Jobs;

namespace TelegramHls.Catalog.Statistics;

/// <summary>Where jobs stand at this moment, in numbers.</summary>
public sealed class JobStandings
{
    private readonly CatalogStore _store;

    internal JobStandings(CatalogStore store) => _store = store;

    /// <summary>Jobs by state, those that are not final also by step.</summary>
    public Task<IReadOnlyList<JobStanding>> CountAsync(CancellationToken cancellationToken) =>
        _store.ReadAsync<IReadOnlyList<JobStanding>>(
            async context =>
            {
                var counts = await context.Jobs
                    .GroupBy(row => new
                    {
                        row.State,
                        Step = row.State == JobState.Succeeded || row.State == JobState.Failed || row.State == JobState.Cancelled
                            ? null : row.Step,
                    })
                    .Select(group => new { group.Key.State, group.Key.Step, Count = group.Count() })
                    .ToListAsync(cancellationToken);
                return [.. counts.Select(count => new JobStanding(count.State, count.Step, count.Count))];
            },
            cancellationToken);

    /// <summary>
    /// How many of the jobs that ended last, one after the other, used up their attempts. Jobs that were refused or cancelled say
    /// nothing of the program and are passed over.
    /// </summary>
    /// <param name="attempts">As many attempts a job has.</param>
    /// <param name="most">Counts no further than this.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public Task<int> FailuresInARowAsync(int attempts, int most, CancellationToken cancellationToken) =>
        _store.ReadAsync(
            async context =>
            {
                DateTimeOffset? success = await context.Jobs.Where(row => row.State == JobState.Succeeded)
                    .MaxAsync(row => row.FinishedAt, cancellationToken);
                return await context.Jobs
                    .Where(row => row.State == JobState.Failed && row.Attempts >= attempts && (success == null || row.FinishedAt > success))
                    .Take(most).CountAsync(cancellationToken);
            },
            cancellationToken);
}
