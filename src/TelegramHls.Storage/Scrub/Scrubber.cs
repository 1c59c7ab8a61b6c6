using Microsoft.Extensions.Options;
using TelegramHls.Core.Storing;
using TelegramHls.Storage.Pool;
using TelegramHls.Storage.Pool.Status;

namespace TelegramHls.Storage.Scrub;

/// <summary>Compares what the rows say with what stands in the channels, and makes it whole where that is asked for.</summary>
public sealed class Scrubber
{
    private const int PageSize = 200;

    // Looks of one bot wait for the budget of its channel; so many keep several bots busy.
    private const int AtOnce = 8;

    private readonly IReplicaLedger _ledger;
    private readonly IPoolStatus _pool;
    private readonly PartComparer _comparer;
    private readonly PartRepair _repair;
    private readonly StrayFinder _strays;
    private readonly MessageRemover _remover;
    private readonly int _wanted;

    internal Scrubber(
        IReplicaLedger ledger,
        IPoolStatus pool,
        PartComparer comparer,
        PartRepair repair,
        StrayFinder strays,
        MessageRemover remover,
        IOptions<StorageOptions> options)
    {
        (_ledger, _pool, _comparer, _repair, _strays, _remover) = (ledger, pool, comparer, repair, strays, remover);
        _wanted = options.Value.Replicas;
    }

    /// <summary>
    /// Looks at the parts, each message by a forward that is deleted at once, within the budget of the channels. To be run while
    /// nothing else stores.
    /// </summary>
    /// <param name="order">What to look at and to do.</param>
    /// <param name="progress">Hears how many of how many parts were looked at.</param>
    /// <param name="cancellationToken">Ends it; what was repaired stays so.</param>
    public async Task<ScrubReport> RunAsync(
        ScrubOrder order, IProgress<(int Done, int Of)> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(progress);
        await _pool.CheckAsync(cancellationToken);
        var count = new ScrubCount(await _ledger.CountAsync(cancellationToken), order.Sample, progress);
        if (order.Sample is { } sample)
        {
            await LookAsync(await _ledger.SampleAsync(sample, cancellationToken), order.Repair, count, cancellationToken);
        }
        else
        {
            long after = 0;
            while (await _ledger.PartsAsync(after, PageSize, cancellationToken) is { Count: > 0 } page)
            {
                await LookAsync(page, order.Repair, count, cancellationToken);
                after = page[^1].Number;
            }
        }

        (int Orphans, int Strangers)? strays =
            order.Sample is null ? await _strays.FindAsync(order.Repair, cancellationToken) : null;
        RemovalResult? removed = order.Repair ? await _remover.RunAsync(cancellationToken) : null;
        return count.Report(_wanted, strays, removed);
    }

    private Task LookAsync(
        IReadOnlyList<PlacedPart> parts, bool repair, ScrubCount count, CancellationToken cancellationToken) =>
        Parallel.ForEachAsync(
            parts,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (part, token) => await LookAsync(part, repair, count, token));

    private async Task LookAsync(PlacedPart part, bool repair, ScrubCount count, CancellationToken cancellationToken)
    {
        IReadOnlyList<(Replica Message, MessageState State)> states = await _comparer.CompareAsync(part, cancellationToken);
        int good = states.Where(message => message.State == MessageState.Good).DistinctBy(message => message.Message.ChatId).Count();
        bool isUnclear = states.Any(message => message.State == MessageState.NotLookedAt);
        bool isClean = states.All(message => message.State is not (MessageState.Missing or MessageState.Wrong));
        (int made, string? reason) = (0, null);

        // What could not be looked at may be well: copying it again and again would fill the channels.
        if (repair && !isUnclear && (good < _wanted || !isClean))
        {
            (made, reason) = await _repair.RepairAsync(part, states, _wanted, cancellationToken);
        }

        bool isWhole = good + made >= _wanted && (isClean || repair);
        count.Add(
            states,
            isThin: good < _wanted,
            made,
            isWhole ? null : new BrokenPart(part.Video, part.File, part.Part.Index, good + made, isUnclear, reason));
    }
}
