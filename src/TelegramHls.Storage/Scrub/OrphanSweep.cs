using Microsoft.Extensions.Logging;
using TelegramHls.Core.Storing;
using TelegramHls.Storage.Pool.Members;
using TelegramHls.Storage.Transport;

namespace TelegramHls.Storage.Scrub;

/// <summary>
/// Finds out what became of sends without an answer: looks at the messages between the known ones, recognises ours by
/// their name and hands them to the remover. What is not found was never posted.
/// </summary>
public sealed class OrphanSweep
{
    /// <summary>Younger sends are left alone: a request that lost its answer may still be carried out for 500 s (BOT_API §1).</summary>
    public static readonly TimeSpan Settled = TimeSpan.FromMinutes(10);

    private readonly ISendLedger _ledger;
    private readonly ChannelLook _look;
    private readonly TimeProvider _time;
    private readonly ILogger<OrphanSweep> _logger;

    internal OrphanSweep(ISendLedger ledger, ChannelLook look, TimeProvider time, ILogger<OrphanSweep> logger)
    {
        _ledger = ledger;
        _look = look;
        _time = time;
        _logger = logger;
    }

    /// <summary>
    /// Resolves the sends that were begun ten minutes ago or earlier and have no answer. Returns how many messages it found;
    /// they are orphans now. Sends whose channel cannot be looked at stay for the next run.
    /// </summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<UnresolvedSend> sends =
            await _ledger.UnresolvedSendsAsync(_time.GetUtcNow() - Settled, cancellationToken);
        int found = 0;
        foreach (IGrouping<long, UnresolvedSend> chat in sends.GroupBy(send => send.Send.ChatId))
        {
            found += await SweepAsync(chat.Key, [.. chat], cancellationToken);
        }

        return found;
    }

    private async Task<int> SweepAsync(long chatId, List<UnresolvedSend> open, CancellationToken cancellationToken)
    {
        int above = open.Min(send => send.Send.LastKnownMessageId);
        var probe = new ChatWalk(chatId, above, await _ledger.KnownMessagesAsync(chatId, above, cancellationToken));
        int found = 0;
        while (open.Count > 0 && probe.Next() is { } message)
        {
            UnresolvedSend first = open[0];
            (Glimpse glimpse, _) = await _look.LookAsync(
                chatId, message, first.Send.BotId, first.Send.File, first.Send.PartIndex, cancellationToken);
            if (glimpse.Failure is { } failure)
            {
                _logger.SweepStopped(chatId, failure.ToString());
                return found;
            }

            probe.Saw(glimpse);
            if (open.Find(send => IsOf(send, glimpse, message)) is { } match)
            {
                _logger.OrphanFound(message, chatId, match.Send.FileName);
                var orphan = new Orphan(chatId, message, match.Send.BotId, match.At);
                await _ledger.ResolveSendAsync(match.Intent, orphan, cancellationToken);
                open.Remove(match);
                found++;
            }
        }

        foreach (UnresolvedSend send in open)
        {
            _logger.NothingSent(send.Send.FileName, chatId);
            await _ledger.ResolveSendAsync(send.Intent, orphan: null, cancellationToken);
        }

        return found;
    }

    private static bool IsOf(UnresolvedSend send, Glimpse glimpse, int message) =>
        message > send.Send.LastKnownMessageId
        && (glimpse.IsForward
            ? send.Send.FileName == ScratchLook.ForwardName
            : string.Equals(glimpse.Name, send.Send.FileName, StringComparison.Ordinal));
}
