using Microsoft.EntityFrameworkCore;
using TelegramHls.Catalog.Database;
using TelegramHls.Core.Jobs;

namespace TelegramHls.Catalog.Statistics;

/// <summary>What jobs did over time; kept when jobs and their history are removed.</summary>
public sealed class JobStatistics
{
    private readonly CatalogStore _store;
    private readonly TimeProvider _clock;

    internal JobStatistics(CatalogStore store, TimeProvider clock) => (_store, _clock) = (store, clock);

    /// <summary>
    /// The last minutes, one sum each, oldest first; the last is the minute that goes on now. Of jobs that are still kept, and only
    /// how they ended.
    /// </summary>
    /// <param name="count">How many, from 1.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public Task<IReadOnlyList<JobSum>> MinutesAsync(int count, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var span = TimeSpan.FromMinutes(1);
        DateTimeOffset first = JobSums.Floor(_clock.GetUtcNow(), span) - ((count - 1) * span);
        return _store.ReadAsync<IReadOnlyList<JobSum>>(
            async context =>
            {
                var ended = await context.Jobs.Where(row => row.FinishedAt >= first)
                    .Select(row => new { At = row.FinishedAt!.Value, row.State }).ToListAsync(cancellationToken);
                ILookup<(DateTimeOffset, JobState), DateTimeOffset> by =
                    ended.ToLookup(job => (JobSums.Floor(job.At, span), job.State), job => job.At);
                int Count(DateTimeOffset at, JobState state) => by[(at, state)].Count();
                return
                [
                    .. Enumerable.Range(0, count).Select(i => first + (i * span)).Select(at => new JobSum(
                        at, Count(at, JobState.Succeeded), Count(at, JobState.Failed), Count(at, JobState.Cancelled), 0, 0, TimeSpan.Zero)),
                ];
            },
            cancellationToken);
    }

    /// <summary>The last hours, one sum each, oldest first; the last is the hour that goes on now.</summary>
    /// <param name="count">How many, from 1.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public Task<IReadOnlyList<JobSum>> HoursAsync(int count, CancellationToken cancellationToken) =>
        LastAsync(TimeSpan.FromHours(1), count, cancellationToken);

    /// <summary>The last days (UTC), as <see cref="HoursAsync"/>.</summary>
    /// <param name="count">How many, from 1.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public Task<IReadOnlyList<JobSum>> DaysAsync(int count, CancellationToken cancellationToken) =>
        LastAsync(TimeSpan.FromDays(1), count, cancellationToken);

    /// <summary>Each step since then, in the order of their names.</summary>
    /// <param name="since">The first hour is that in which it lies; what is long ago is counted by days.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public Task<IReadOnlyList<StepSum>> StepsAsync(DateTimeOffset since, CancellationToken cancellationToken) =>
        _store.ReadAsync<IReadOnlyList<StepSum>>(
            async context =>
            {
                DateTimeOffset first = JobSums.Floor(since, TimeSpan.FromHours(1));
                var sums = await context.JobSums.Where(row => row.At >= first && row.Step != JobSums.WholeJobs)
                    .GroupBy(row => row.Step)
                    .Select(group => new
                    {
                        Step = group.Key,
                        Runs = group.Sum(row => row.Runs),
                        Retried = group.Sum(row => row.Retried),
                        Bytes = group.Sum(row => row.Bytes),
                        Took = group.Sum(row => row.Took),
                    })
                    .OrderBy(sum => sum.Step).ToListAsync(cancellationToken);
                return [.. sums.Select(sum => new StepSum(sum.Step, sum.Runs, sum.Retried, sum.Bytes, new TimeSpan(sum.Took)))];
            },
            cancellationToken);

    private Task<IReadOnlyList<JobSum>> LastAsync(TimeSpan span, int count, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        DateTimeOffset first = JobSums.Floor(_clock.GetUtcNow(), span) - ((count - 1) * span);
        return _store.ReadAsync<IReadOnlyList<JobSum>>(
            async context =>
            {
                List<JobSumRow> rows = await context.JobSums.Where(row => row.At >= first).ToListAsync(cancellationToken);
                ILookup<DateTimeOffset, JobSumRow> bySpan = rows.ToLookup(row => JobSums.Floor(row.At, span));
                return [.. Enumerable.Range(0, count).Select(i => Sum(first + (i * span), bySpan))];
            },
            cancellationToken);
    }

    private static JobSum Sum(DateTimeOffset at, ILookup<DateTimeOffset, JobSumRow> rows) => new(
        at,
        rows[at].Sum(row => row.Succeeded),
        rows[at].Sum(row => row.Failed),
        rows[at].Sum(row => row.Cancelled),
        rows[at].Sum(row => row.Retried),
        rows[at].Sum(row => row.Bytes),
        new TimeSpan(rows[at].Sum(row => row.Took)));
}
