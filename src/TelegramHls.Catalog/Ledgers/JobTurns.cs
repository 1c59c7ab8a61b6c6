using Microsoft.EntityFrameworkCore;
using TelegramHls.Catalog.Database;
using TelegramHls.Catalog.Rows;
using TelegramHls.Core.Ids;
using TelegramHls.Core.Jobs;

namespace TelegramHls.Catalog.Ledgers;

/// <summary>Whose turn it is.</summary>
internal static class JobTurns
{
    public static async Task<JobRecord?> NextAsync(CatalogContext context, JobTurn turn, CancellationToken cancellationToken)
    {
        IQueryable<JobRow> open = Open(context, turn);
        var best = await open.OrderByDescending(row => row.Priority).Select(row => new { row.Priority }).FirstOrDefaultAsync(cancellationToken);
        if (best is null)
            return null;

        open = open.Where(row => row.Priority == best.Priority);
        List<string> owners = await open.Select(row => row.Owner).Distinct().ToListAsync(cancellationToken);
        List<string> first = await FirstInTurnAsync(context, owners, turn.Busy, cancellationToken);
        JobRow? next = await open.Where(row => first.Contains(row.Owner))
            .OrderBy(row => row.CreatedAt).ThenBy(row => row.Id).FirstOrDefaultAsync(cancellationToken);
        return next?.ToRecord();
    }

    private static IQueryable<JobRow> Open(CatalogContext context, JobTurn turn)
    {
        DateTimeOffset now = turn.Now;
        JobId[] inHand = [.. turn.InHand];
        string[] full = [.. turn.FullLanes];
        return context.Jobs.Where(row =>
            (row.State == JobState.Waiting || row.State == JobState.Running
                || (row.State == JobState.Retrying && row.NextAttemptAt <= now))
            && !inHand.Contains(row.Id)
            && (row.Lane == null || !full.Contains(row.Lane)));
    }

    /// <summary>The owner whose turn it is; several when nothing tells them apart but the age of their jobs.</summary>
    private static async Task<List<string>> FirstInTurnAsync(
        CatalogContext context, List<string> owners, IReadOnlyDictionary<string, int> busy, CancellationToken cancellationToken)
    {
        int fewest = owners.Min(owner => busy.GetValueOrDefault(owner));
        List<string> idlest = owners.FindAll(owner => busy.GetValueOrDefault(owner) == fewest);
        if (idlest.Count == 1)
            return idlest;

        Dictionary<string, DateTimeOffset?> served = await context.Jobs.Where(row => idlest.Contains(row.Owner))
            .GroupBy(row => row.Owner)
            .Select(group => new { Owner = group.Key, At = group.Max(row => row.BegunAt) })
            .ToDictionaryAsync(owner => owner.Owner, owner => owner.At, cancellationToken);
        DateTimeOffset? longestAgo = served.Values.Any(at => at is null) ? null : served.Values.Min();
        return idlest.FindAll(owner => served.GetValueOrDefault(owner) == longestAgo);
    }
}
