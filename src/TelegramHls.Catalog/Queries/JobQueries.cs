using Microsoft.EntityFrameworkCore;
using TelegramHls.Catalog.Database;
using TelegramHls.Catalog.Rows;
using TelegramHls.Core.Ids;
using TelegramHls.Core.Jobs;

namespace TelegramHls.Catalog.Queries;

/// <summary>Looks at jobs and their history.</summary>
public sealed class JobQueries
{
    private readonly CatalogStore _store;

    internal JobQueries(CatalogStore store) => _store = store;

    /// <summary>The history of a job, oldest line first.</summary>
    public Task<IReadOnlyList<JobEvent>> EventsAsync(JobId job, CancellationToken cancellationToken) =>
        _store.ReadAsync<IReadOnlyList<JobEvent>>(
            async context =>
            {
                List<JobEventRow> rows = await context.JobEvents.Where(row => row.JobId == job)
                    .OrderBy(row => row.Number).ToListAsync(cancellationToken);
                return [.. rows.Select(row => row.ToEvent())];
            },
            cancellationToken);

    /// <summary>A page of jobs, newest first.</summary>
    /// <param name="state">Only those in this state; null for all.</param>
    /// <param name="skip">How many to leave out, from 0.</param>
    /// <param name="take">At most so many.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public Task<JobPage> ListAsync(JobState? state, int skip, int take, CancellationToken cancellationToken) =>
        _store.ReadAsync(
            async context =>
            {
                IQueryable<JobRow> all = context.Jobs.Where(row => state == null || row.State == state);
                List<JobRow> rows = await all.OrderByDescending(row => row.CreatedAt).ThenBy(row => row.Id)
                    .Skip(skip).Take(take).ToListAsync(cancellationToken);
                return new JobPage([.. rows.Select(row => row.ToRecord())], await all.CountAsync(cancellationToken));
            },
            cancellationToken);

    /// <summary>The jobs about a subject (a video's id), newest first.</summary>
    public Task<IReadOnlyList<JobRecord>> AboutAsync(string subject, CancellationToken cancellationToken) =>
        _store.ReadAsync<IReadOnlyList<JobRecord>>(
            async context =>
            {
                List<JobRow> rows = await context.Jobs.Where(row => row.Subject == subject)
                    .OrderByDescending(row => row.CreatedAt).ToListAsync(cancellationToken);
                return [.. rows.Select(row => row.ToRecord())];
            },
            cancellationToken);
}
