using TelegramHls.Core.Storing;
using TelegramHls.Storage.Replicas;

namespace TelegramHls.Storage.Scrub;

/// <summary>Makes a part whole again from what is left of it, then lets go of the rows of messages that do not hold it any more.</summary>
internal sealed class PartRepair(PartCopier copier, ReplicaChannels channels, IReplicaLedger ledger)
{
    /// <summary>Makes replicas until the part stands in <paramref name="wanted"/> channels.</summary>
    /// <returns>How many were made, and why no more; null when it is whole.</returns>
    public async Task<(int Made, string? Reason)> RepairAsync(
        PlacedPart part,
        IReadOnlyList<(Replica Message, MessageState State)> states,
        int wanted,
        CancellationToken cancellationToken)
    {
        List<(Replica Message, MessageState State)> bad =
            [.. states.Where(message => message.State is MessageState.Missing or MessageState.Wrong)];
        int good = states.Count(message => message.State == MessageState.Good);
        PlacedPart source = WithGoodIdsFirst(part, bad);
        HashSet<long> closed = [.. states.Except(bad).Select(message => message.Message.ChatId)];
        if (good > 0)
        {
            await DropAsync(part, bad, cancellationToken);
            bad.Clear();
        }

        int made = 0;
        string reason = "there is no further channel";
        await foreach (long chat in channels.NextAsync(closed, cancellationToken))
        {
            if (good + made >= wanted)
            {
                break;
            }

            (Replica? gone, MessageState state) = bad.Find(message => message.Message.ChatId == chat);
            CopyOutcome outcome = await copier.CopyAsync(source, chat, gone?.MessageId, mayUpload: true, cancellationToken);
            reason = outcome.Match(_ => reason, later => later.Reason, impossible => impossible.Reason);
            if (outcome is CopyOutcome.Made)
            {
                made++;
                if (gone is not null && state == MessageState.Wrong)
                {
                    await ledger.RecordOrphanAsync(new Orphan(chat, gone.MessageId, gone.BotId, gone.SentAt), cancellationToken);
                }
            }
        }

        if (made > 0)
        {
            await DropAsync(part, bad, cancellationToken);
        }

        return (made, good + made >= wanted ? null : reason);
    }

    /// <summary>Ids of a deleted message may work for a while still: they come last, but they are tried.</summary>
    private static PlacedPart WithGoodIdsFirst(PlacedPart part, List<(Replica Message, MessageState State)> bad) => part with
    {
        Part = part.Part with
        {
            Replicas = [.. part.Part.Replicas.OrderBy(way => bad.Exists(message => IsOf(way, message.Message)))],
        },
    };

    private async Task DropAsync(
        PlacedPart part, List<(Replica Message, MessageState State)> bad, CancellationToken cancellationToken)
    {
        foreach ((Replica message, MessageState state) in bad)
        {
            await ledger.DropMessageAsync(part, message, isThere: state == MessageState.Wrong, cancellationToken);
        }
    }

    private static bool IsOf(Replica way, Replica message) => (way.ChatId, way.MessageId) == (message.ChatId, message.MessageId);
}
