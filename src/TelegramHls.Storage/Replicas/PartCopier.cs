using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using TelegramHls.Core.Outcomes;
using TelegramHls.Core.Storing;
using TelegramHls.Storage.Cache;
using TelegramHls.Storage.Parts;
using TelegramHls.Storage.Pool;
using TelegramHls.Storage.Pool.Members;
using TelegramHls.Storage.Reading.Ways;

namespace TelegramHls.Storage.Replicas;

/// <summary>
/// Makes a replica of a part in a channel by whichever way works: by an id that a bot has of it, by one that a bot gets itself from
/// another replica, and, where that is allowed, by reading the bytes and sending them anew.
/// </summary>
internal sealed class PartCopier(
    PoolRoster roster,
    ChannelRights rights,
    ChatBudgets budgets,
    OwnIds ids,
    PartBytes bytes,
    PartSender sender,
    PoolHealth health,
    IReplicaLedger ledger,
    ILogger<PartCopier> logger)
{
    /// <summary>Makes the replica and commits it.</summary>
    /// <param name="part">The part, with the replicas that it has.</param>
    /// <param name="chat">The channel.</param>
    /// <param name="insteadOf">A message of that channel that is known to be gone and whose rows are replaced; null for none.</param>
    /// <param name="mayUpload">The bytes may be read and sent anew when no id leads there.</param>
    /// <param name="cancellationToken">Ends the attempt; a send that is under way is written down for the sweep.</param>
    public async Task<CopyOutcome> CopyAsync(
        PlacedPart part, long chat, int? insteadOf, bool mayUpload, CancellationToken cancellationToken)
    {
        CopyOutcome last = new CopyOutcome.Impossible($"No bot that can see the part of bot {part.Messages[0].BotId} may post in {chat}.");
        await foreach ((PoolMember member, string? fileId) in WaysAsync(part, chat, mayUpload, cancellationToken))
        {
            if (rights.IsResting(member, chat))
            {
                last = new CopyOutcome.Later($"Bot {member.Bot.BotId} was told to wait in {chat}.");
                continue;
            }

            await budgets.Of(chat).TakeAsync(cancellationToken);
            CopyOutcome outcome = await SendAsync(part, chat, insteadOf, member, fileId, cancellationToken);
            if (outcome is not CopyOutcome.Impossible)
            {
                return outcome;
            }

            last = outcome;
        }

        return last;
    }

    private async IAsyncEnumerable<(PoolMember Member, string? FileId)> WaysAsync(
        PlacedPart part, long chat, bool mayUpload, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (Replica replica in part.Part.Replicas.DistinctBy(replica => replica.FileId))
        {
            PoolMember? holder = roster.FitFor(replica.BotId).FirstOrDefault(member => member.Bot.BotId == replica.BotId);
            if (holder is not null && await rights.MayPostAsync(holder, chat, cancellationToken))
            {
                yield return (holder, replica.FileId);
            }
        }

        List<PoolMember> able = [];
        foreach (PoolMember member in roster.FitFor(part.Messages[0].BotId).DistinctBy(member => member.Bot.BotId))
        {
            if (await rights.MayPostAsync(member, chat, cancellationToken))
            {
                able.Add(member);
                if (await AcquireAsync(member, part, cancellationToken) is { } own)
                {
                    yield return (member, own.FileId);
                }
            }
        }

        foreach (PoolMember member in mayUpload ? able : [])
        {
            yield return (member, null);
        }
    }

    private async Task<Replica?> AcquireAsync(PoolMember member, PlacedPart part, CancellationToken cancellationToken)
    {
        foreach (Replica message in part.Messages)
        {
            if (await rights.MaySeeAsync(member, message.ChatId, cancellationToken)
                && await ids.AskAsync(member, message, part.File, part.Part, isUrgent: true, cancellationToken) is ({ } own, _))
            {
                return own;
            }
        }

        return null;
    }

    private async Task<CopyOutcome> SendAsync(
        PlacedPart part, long chat, int? insteadOf, PoolMember member, string? fileId, CancellationToken cancellationToken)
    {
        string name = PartName.Of(part.Video, part.File, part.Part.Index, part.Part.Hashes.Sha256).ToString();
        (StoreOutcome outcome, long intent) = (new StoreOutcome.Unknown(string.Empty), 0L);
        try
        {
            (outcome, intent) = fileId is not null
                ? await sender.SendAgainAsync(member, chat, part, name, fileId, cancellationToken)
                : await bytes.WithFileAsync(
                    part,
                    spooled => sender.SendToAsync(member, chat, new PartToSend(part.File, spooled, name), cancellationToken),
                    cancellationToken);
        }
        catch (PartUnavailableException exception)
        {
            return new CopyOutcome.Impossible(exception.Message);
        }

        return await outcome.Match(
            stored => CommitAsync(part, intent, stored.Replica, insteadOf),
            throttled =>
            {
                rights.Rest(member, chat, throttled.Until);
                return Task.FromResult<CopyOutcome>(
                    new CopyOutcome.Later($"Bot {member.Bot.BotId} was told to wait in {chat}."));
            },
            rejected => Task.FromResult(Refused(member, chat, rejected)),
            unknown => Task.FromResult<CopyOutcome>(new CopyOutcome.Later(unknown.Reason)));
    }

    private async Task<CopyOutcome> CommitAsync(PlacedPart part, long intent, Replica replica, int? insteadOf)
    {
        // The message stands in the channel: from here to its row nothing is cancelled any more.
        if (!await ledger.AddReplicaAsync(part, intent, replica, insteadOf, CancellationToken.None))
        {
            return new CopyOutcome.Later("The part was dropped or copied meanwhile.");
        }

        StorageMetrics.ReplicasMade.Add(1);
        logger.Made(part.Part.Index, part.File, replica.ChatId, replica.MessageId, replica.BotId);
        return new CopyOutcome.Made(replica);
    }

    private CopyOutcome Refused(PoolMember member, long chat, StoreOutcome.Rejected refusal)
    {
        health.NoteRefusal(member, chat, refusal);
        if (refusal.Fault == RejectionFault.Chat)
        {
            rights.Refuse(member, chat);
        }

        return refusal.Fault == RejectionFault.Server
            ? new CopyOutcome.Later(refusal.Reason)
            : new CopyOutcome.Impossible($"Bot {member.Bot.BotId} in {chat}: {refusal.Reason}");
    }
}
