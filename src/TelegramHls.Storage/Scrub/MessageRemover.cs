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

    /// <summary>How long a bot may delete a message: 48 hours, less what the clocks may differ by.</summary>
    public static readonly TimeSpan Deletable = TimeSpan.FromHours(48) - TimeSpan.FromMinutes(5);

    // A bot that has to wait longer is passed by: the others, and messages elsewhere, go on.
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

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
        var run = new RemovalRun(_time.GetUtcNow());
        while (await _ledger.OrphansAsync(run.Began, AtOnce, cancellationToken) is { Count: > 0 } orphans)
        {
            foreach (IGrouping<(long ChatId, long BotId), Orphan> group in
                orphans.GroupBy(orphan => (orphan.ChatId, orphan.BotId)))
            {
                await RemoveAsync([.. group], run, cancellationToken);
            }
        }

        if (run.Result != RemovalResult.Nothing)
        {
            _logger.Removed(run.Result.Deleted, run.Result.Emptied, run.Result.Left);
        }

        return run.Result;
    }

    /// <summary>Messages of one bot in one chat. Once nobody can do anything there at all, the rest is left at once.</summary>
    private async Task RemoveAsync(Orphan[] orphans, RemovalRun run, CancellationToken cancellationToken)
    {
        DateTimeOffset young = _time.GetUtcNow() - Deletable;
        StoreOutcome? stopped = null;
        foreach (Orphan[] batch in orphans.Where(orphan => orphan.SentAt > young).Chunk(MessageEraser.BatchSize))
        {
            stopped = stopped is null
                ? await DeleteAsync(batch, run, cancellationToken)
                : await LeaveAsync(batch, stopped, run, cancellationToken);
        }

        Orphan[] old = [.. orphans.Where(orphan => orphan.SentAt <= young)];
        int emptied = 0;
        while (emptied < old.Length && stopped is null)
        {
            stopped = await EmptyAsync(old[emptied++], run, cancellationToken);
        }

        if (stopped is not null && emptied < old.Length)
        {
            await LeaveAsync(old.AsMemory(emptied), stopped, run, cancellationToken);
        }
    }

    /// <summary>Returns why nobody can do anything in the chat at present; null when somebody could.</summary>
    private async Task<StoreOutcome?> DeleteAsync(
        ReadOnlyMemory<Orphan> batch, RemovalRun run, CancellationToken cancellationToken)
    {
        Orphan first = batch.Span[0];
        int[] ids = [.. batch.ToArray().Select(orphan => orphan.MessageId)];
        StoreOutcome? trouble = await ByAnyAsync(
            first, bot => _eraser.DeleteAsync(bot, first.ChatId, ids, cancellationToken), cancellationToken);
        if (trouble is null)
        {
            run.Add(deleted: ids.Length);
            await ForgetAsync(batch, cancellationToken);
            return null;
        }

        if (trouble is not StoreOutcome.Rejected { Fault: RejectionFault.Request })
        {
            return await LeaveAsync(batch, trouble, run, cancellationToken);
        }

        if (batch.Length == 1)
        {
            return await EmptyAsync(first, run, cancellationToken);
        }

        // Telegram deletes all of a batch or none: halves find the one that it minds.
        int half = batch.Length / 2;
        return await DeleteAsync(batch[..half], run, cancellationToken) is { } stopped
            ? await LeaveAsync(batch[half..], stopped, run, cancellationToken)
            : await DeleteAsync(batch[half..], run, cancellationToken);
    }

    private async Task<StoreOutcome?> EmptyAsync(Orphan orphan, RemovalRun run, CancellationToken cancellationToken)
    {
        StoreOutcome? trouble = await ByAnyAsync(
            orphan,
            bot => _eraser.EmptyAsync(bot, orphan.ChatId, orphan.MessageId, cancellationToken),
            cancellationToken);
        if (trouble is null)
        {
            run.Add(emptied: 1);
            await _ledger.MarkOrphanEmptiedAsync(orphan.ChatId, orphan.MessageId, cancellationToken);
            return null;
        }

        await LeaveAsync(new[] { orphan }, trouble, run, cancellationToken);
        return trouble is StoreOutcome.Rejected { Fault: RejectionFault.Request } ? null : trouble;
    }

    /// <summary>The sender first, then every other member: an administrator with the rights may do it as well.</summary>
    private async Task<StoreOutcome?> ByAnyAsync(
        Orphan orphan, Func<BotConnection, Task<StoreOutcome?>> call, CancellationToken cancellationToken)
    {
        StoreOutcome? trouble = null;
        foreach (BotConnection bot in _roster.HandsFor(orphan.BotId))
        {
            await _budgets.Of(orphan.ChatId).TakeAsync(cancellationToken);
            StoreOutcome? one = await call(bot);
            if (one is StoreOutcome.Throttled throttled
                && throttled.Until - _time.GetUtcNow() is var wait
                && wait < LongestWait)
            {
                await Task.Delay(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, _time, cancellationToken);
                one = await call(bot);
            }

            if (one is null)
            {
                return null;
            }

            // Who minds the message itself may act in the chat: that says more than another one's being shut out.
            trouble = trouble is StoreOutcome.Rejected { Fault: RejectionFault.Request } ? trouble : one;
        }

        return trouble ?? new StoreOutcome.Rejected("No bot of the pool is fit.", RejectionFault.Bot);
    }

    private async Task ForgetAsync(ReadOnlyMemory<Orphan> batch, CancellationToken cancellationToken)
    {
        foreach (Orphan orphan in batch.ToArray())
        {
            await _ledger.ForgetOrphanAsync(orphan.ChatId, orphan.MessageId, cancellationToken);
        }
    }

    private async Task<StoreOutcome?> LeaveAsync(
        ReadOnlyMemory<Orphan> batch, StoreOutcome trouble, RemovalRun run, CancellationToken cancellationToken)
    {
        string reason = trouble.Match(
            _ => "", throttled => $"throttled until {throttled.Until:O}", rejected => rejected.Reason, unknown => unknown.Reason);
        run.Add(left: batch.Length);
        _logger.Left(batch.Length, batch.Span[0].ChatId, batch.Span[0].MessageId, reason);
        await _ledger.MarkOrphansLeftAsync(batch.ToArray(), run.Began, reason, cancellationToken);
        return trouble;
    }

    private sealed class RemovalRun(DateTimeOffset began)
    {
        public DateTimeOffset Began => began;

        public RemovalResult Result { get; private set; } = RemovalResult.Nothing;

        public void Add(int deleted = 0, int emptied = 0, int left = 0) =>
            Result = new RemovalResult(Result.Deleted + deleted, Result.Emptied + emptied, Result.Left + left);
    }
}
