using Microsoft.EntityFrameworkCore;
using TelegramHls.Catalog.Database;
using TelegramHls.Catalog.Model;
using TelegramHls.Catalog.Rows;
using TelegramHls.Core.Ids;
using TelegramHls.Core.Jobs;

namespace TelegramHls.Catalog.Search;

/// <summary>
/// Finds jobs among any number of them. Filters, counts and orders read the one index that holds all they need, never the
/// rows, whose checkpoints are long (<c>make bench</c>, jobs).
/// </summary>
public sealed class JobSearch
{
    private readonly CatalogStore _store;

    internal JobSearch(CatalogStore store) => _store = store;

    /// <summary>A page of the jobs that fit, with the counts of each state.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="order">In which order.</param>
    /// <param name="skip">How many to leave out, from 0.</param>
    /// <param name="take">At most so many.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public Task<FoundJobs> FindAsync(
        JobFilter filter, JobOrder order, int skip, int take, CancellationToken cancellationToken) =>
        _store.ReadAsync(
            async context =>
            {
                Dictionary<JobState, int> counts = await CountAsync(context, filter, cancellationToken);
                int total = filter.State is { } state ? counts.GetValueOrDefault(state) : counts.Values.Sum();
                JobId[] page = skip >= total ? [] : await PageAsync(Matching(context, filter), order, skip, Math.Min(take, total - skip), total, cancellationToken);
                return new FoundJobs(await LoadAsync(context, page, cancellationToken), total, counts);
            },
            cancellationToken);

    /// <summary>The first jobs that fit, without counting the others.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="order">In which order.</param>
    /// <param name="take">At most so many.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public Task<IReadOnlyList<FoundJob>> FirstAsync(JobFilter filter, JobOrder order, int take, CancellationToken cancellationToken) =>
        _store.ReadAsync(
            async context => await LoadAsync(
                context,
                await Ordered(Matching(context, filter), order).Select(row => row.Id).Take(take).ToArrayAsync(cancellationToken),
                cancellationToken),
            cancellationToken);

    /// <summary>How many jobs fit in each state, whatever state the filter asks for.</summary>
    public Task<IReadOnlyDictionary<JobState, int>> CountAsync(JobFilter filter, CancellationToken cancellationToken) =>
        _store.ReadAsync<IReadOnlyDictionary<JobState, int>>(
            async context => await CountAsync(context, filter, cancellationToken), cancellationToken);

    /// <summary>The names of all jobs that fit, oldest first.</summary>
    public Task<IReadOnlyList<JobId>> IdsAsync(JobFilter filter, CancellationToken cancellationToken) =>
        _store.ReadAsync<IReadOnlyList<JobId>>(
            async context => await Ordered(Matching(context, filter), JobOrder.Oldest).Select(row => row.Id)
                .ToArrayAsync(cancellationToken),
            cancellationToken);

    /// <summary>The jobs of these names that there are, in this order.</summary>
    public Task<IReadOnlyList<FoundJob>> ByIdsAsync(IReadOnlyList<JobId> jobs, CancellationToken cancellationToken) =>
        _store.ReadAsync<IReadOnlyList<FoundJob>>(
            async context => await LoadAsync(context, [.. jobs], cancellationToken), cancellationToken);

    /// <summary>Whose jobs there are.</summary>
    public Task<IReadOnlyList<string>> OwnersAsync(CancellationToken cancellationToken) =>
        _store.ReadAsync<IReadOnlyList<string>>(
            async context => await context.Jobs.Select(row => row.Owner).Distinct().Order().ToArrayAsync(cancellationToken),
            cancellationToken);

    /// <summary>The storage bots that have sent a part of any job's film, by number.</summary>
    public Task<IReadOnlyList<long>> BotsAsync(CancellationToken cancellationToken) =>
        _store.ReadAsync<IReadOnlyList<long>>(
            async context => await context.JobBots.Select(row => row.BotId).Distinct().Order().ToArrayAsync(cancellationToken),
            cancellationToken);

    /// <summary>The storage bots that have sent parts about the subject, by number.</summary>
    public Task<IReadOnlyList<long>> BotsOfAsync(string subject, CancellationToken cancellationToken) =>
        _store.ReadAsync<IReadOnlyList<long>>(
            async context => await context.JobBots.Where(row => row.Subject == subject).Select(row => row.BotId).Order()
                .ToArrayAsync(cancellationToken),
            cancellationToken);

    /// <summary>What lies in the second half is read from the end: SQLite sorts no more than what is passed over.</summary>
    private static async Task<JobId[]> PageAsync(
        IQueryable<JobRow> rows, JobOrder order, int skip, int take, int total, CancellationToken cancellationToken)
    {
        JobOrder? opposite = order switch { JobOrder.Newest => JobOrder.Oldest, JobOrder.Oldest => JobOrder.Newest, _ => null };
        bool fromTheEnd = opposite is not null && skip > total / 2;
        JobId[] page = await Ordered(rows, fromTheEnd ? opposite!.Value : order).Select(row => row.Id)
            .Skip(fromTheEnd ? total - skip - take : skip).Take(take).ToArrayAsync(cancellationToken);
        return fromTheEnd ? [.. page.Reverse()] : page;
    }

    private static async Task<Dictionary<JobState, int>> CountAsync(
        CatalogContext context, JobFilter filter, CancellationToken cancellationToken) =>
        await Matching(context, filter with { State = null }).GroupBy(row => row.State)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);

    private static IQueryable<JobRow> Matching(CatalogContext context, JobFilter filter)
    {
        IQueryable<JobRow> rows = context.Jobs;
        if (filter.State is { } state)
            rows = rows.Where(row => row.State == state);

        if (filter.Step is { } step)
            rows = rows.Where(row => row.Step == step);

        if (filter.Owner is { } owner)
            rows = rows.Where(row => row.Owner == owner);

        if (filter.From is { } from)
            rows = rows.Where(row => row.CreatedAt >= from);

        if (filter.To is { } to)
            rows = rows.Where(row => row.CreatedAt < to);

        if (filter.BotId is { } bot)
            rows = rows.Where(row => context.JobBots.Any(sent => sent.BotId == bot && sent.Subject == row.Subject));

        foreach (string word in SearchWords.Split(filter.Text))
        {
            string pattern = SearchWords.Pattern(word);
            rows = rows.Where(row => row.Words.Contains(word) || (row.Error != null && EF.Functions.Like(row.Error, pattern, "\\")));
        }

        return rows;
    }

    private static IQueryable<JobRow> Ordered(IQueryable<JobRow> rows, JobOrder order) => order switch
    {
        JobOrder.Oldest => rows.OrderBy(row => row.CreatedAt).ThenBy(row => row.Id),
        JobOrder.Finished => rows.OrderByDescending(row => row.FinishedAt ?? DateTimeOffset.MaxValue).ThenBy(row => row.Id),
        JobOrder.Title => rows.OrderBy(row => row.Words).ThenBy(row => row.Id),
        _ => rows.OrderByDescending(row => row.CreatedAt).ThenByDescending(row => row.Id),
    };

    private static async Task<IReadOnlyList<FoundJob>> LoadAsync(
        CatalogContext context, JobId[] ids, CancellationToken cancellationToken)
    {
        Dictionary<JobId, JobRow> rows = await context.Jobs.Where(row => ids.Contains(row.Id))
            .ToDictionaryAsync(row => row.Id, cancellationToken);
        VideoId[] subjects = [.. rows.Values.Select(row => VideoId.From(row.Subject))];
        Dictionary<VideoId, Video> videos = await context.Videos.Where(row => subjects.Contains(row.Id))
            .ToDictionaryAsync(row => row.Id, row => row.ToVideo(), cancellationToken);
        return
        [
            .. ids.Select(rows.GetValueOrDefault).OfType<JobRow>().Select(
                row => new FoundJob(row.ToRecord(), row.Title, videos.GetValueOrDefault(VideoId.From(row.Subject)))),
        ];
    }
}
