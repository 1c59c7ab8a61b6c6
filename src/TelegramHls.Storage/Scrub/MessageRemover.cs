using Microsoft.Extensions.Logging;
using TelegramHls.Core.Outcomes;
using TelegramHls.Core.Storing;
using TelegramHls.Storage.Pool.Members;
using TelegramHls.Storage.Transport;

namespace TelegramHls.Storage.Scrub;

/// <summary>
/// Takes orphans out of the channels: deletes the young ones in batches, empties those that a bot may not delete any more.
/// One bad message never keeps the others from going.
/// </summary>
public sealed class MessageRemover
{
    private const int AtOnce = 1000;

    // A bot may delete for 48 hours; the clocks may differ a little.
    private static readonly TimeSpan Deletable = TimeSpan.FromHours(48) - TimeSpan.FromMinutes(5);

    private readonly ISendLedger _ledger;
    private readonly PoolRoster _roster;
    private readonly MessageEraser _eraser;
    private readonly ChatBudgets _budgets;
    private readonly TimeProvider _time;
    private readonly ILogger<MessageRemover> _logger;

    internal MessageRemover(
        ISendLedger ledger, PoolRoster roster, MessageEraser eraser, ChatBudgets budgets, TimeProvider time, ILogger<MessageRemover> logger)
    {
        _ledger = ledger;
        _roster = roster;
        _eraser = eraser;
        _budgets = budgets;
        _time = time;
        _logger = logger;
    }

    /// <summary>Removes what is to be removed at present; may be called at any time and again.</summary>
    public async Task<RemovalResult> RunAsync(CancellationToken cancellationToken)
    {
        var run = new RemovalRun();
        IReadOnlyList<Orphan> orphans = await _ledger.OrphansAsync(AtOnce, cancellationToken);
        foreach (IGrouping<(long ChatId, long BotId), Orphan> group in
            orphans.GroupBy(orphan => (orphan.ChatId, orphan.BotId)))
        {
            DateTimeOffset young = _time.GetUtcNow() - Deletable;
            foreach (Orphan[] batch in group.Where(orphan => orphan.SentAt > young).Chunk(MessageEraser.BatchSize))
            {
                await DeleteAsync(batch, run, cancellationToken);
            }

            foreach (Orphan orphan in group.Where(orphan => orphan.SentAt <= young))
            {
                await EmptyAsync(orphan, run, cancellationToken);
            }
        }

        RemovalResult result = run.Result;
        if (orphans.Count > 0)
        {
            _logger.Removed(result.Deleted, result.Emptied, result.Left);
        }

        return result;
    }

    private async Task DeleteAsync(ReadOnlyMemory<Orphan> batch, RemovalRun run, CancellationToken cancellationToken)
    {
        Orphan first = batch.Span[0];
        int[] ids = [.. batch.ToArray().Select(orphan => orphan.MessageId)];
        StoreOutcome? trouble = await ByAnyAsync(
            first, bot => _eraser.DeleteAsync(bot, first.ChatId, ids, cancellationToken), cancellationToken);
        if (trouble is null)
        {
            run.Deleted += ids.Length;
            await ForgetAsync(batch, cancellationToken);
        }
        else if (trouble is not StoreOutcome.Rejected { Fault: RejectionFault.Request })
        {
            Leave(batch, trouble, run);
        }
        else if (batch.Length > 1)
        {
            // Telegram deletes all of a batch or none: halves find the one that it minds.
            int half = batch.Length / 2;
            await DeleteAsync(batch[..half], run, cancellationToken);
            await DeleteAsync(batch[half..], run, cancellationToken);
        }
        else
        {
            await EmptyAsync(first, run, cancellationToken);
        }
    }

    private async Task EmptyAsync(Orphan orphan, RemovalRun run, CancellationToken cancellationToken)
    {
        StoreOutcome? trouble = await ByAnyAsync(
            orphan,
            bot => _eraser.EmptyAsync(bot, orphan.ChatId, orphan.MessageId, cancellationToken),
            cancellationToken);
        if (trouble is null)
        {
            run.Emptied++;
            await ForgetAsync(new[] { orphan }, cancellationToken);
        }
        else
        {
            Leave(new[] { orphan }, trouble, run);
        }
    }

    /// <summary>The sender first, then every other member: an administrator with the rights may do it as well.</summary>
    private async Task<StoreOutcome?> ByAnyAsync(
        Orphan orphan, Func<BotConnection, Task<StoreOutcome?>> call, CancellationToken cancellationToken)
    {
        StoreOutcome? trouble = new StoreOutcome.Rejected("No bot of the pool is fit.", RejectionFault.Bot);
        foreach (PoolMember member in _roster.FitFor(orphan.BotId))
        {
            await _budgets.Of(orphan.ChatId).TakeAsync(cancellationToken);
            trouble = await call(member.Bot);
            if (trouble is StoreOutcome.Throttled throttled && throttled.Until - _time.GetUtcNow() is var wait)
            {
                await Task.Delay(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, _time, cancellationToken);
                trouble = await call(member.Bot);
            }

            if (trouble is null)
            {
                return null;
            }
        }

        return trouble;
    }

    private async Task ForgetAsync(ReadOnlyMemory<Orphan> batch, CancellationToken cancellationToken)
    {
        foreach (Orphan orphan in batch.ToArray())
        {
            await _ledger.ForgetOrphanAsync(orphan.ChatId, orphan.MessageId, cancellationToken);
        }
    }

    private void Leave(ReadOnlyMemory<Orphan> batch, StoreOutcome trouble, RemovalRun run)
    {
        string reason = trouble.Match(
            _ => "", throttled => $"throttled until {throttled.Until:O}", rejected => rejected.Reason, unknown => unknown.Reason);
        run.Left += batch.Length;
        _logger.Left(batch.Span[0].ChatId, batch.Span[0].MessageId, reason);
    }

    private sealed class RemovalRun
    {
        public int Deleted { get; set; }

        public int Emptied { get; set; }

        public int Left { get; set; }

        public RemovalResult Result => new(Deleted, Emptied, Left);
    }
}
