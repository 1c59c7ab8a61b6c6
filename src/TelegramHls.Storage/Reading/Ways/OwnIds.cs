using Microsoft.Extensions.Logging;
using TelegramHls.Core.Ids;
using TelegramHls.Core.Outcomes;
using TelegramHls.Core.Storing;
using TelegramHls.Storage.Cache;
using TelegramHls.Storage.Parts;
using TelegramHls.Storage.Pool.Members;
using TelegramHls.Storage.Transport;

namespace TelegramHls.Storage.Reading.Ways;

/// <summary>
/// Gets further bots ids of their own for a part: one that can see its message forwards it to the scratch chat, keeps the
/// id and deletes the forward. The id is written down, so that it is done once.
/// </summary>
internal sealed class OwnIds(
    PoolRoster roster, ScratchLook scratch, IPartLedger ledger, KnownFiles known, BotLanes lanes, ILogger<OwnIds> logger)
{
    /// <summary>A way that was not there before; null when nobody who was not asked yet can see the part.</summary>
    public async Task<Replica?> AcquireAsync(
        StoredFileId file, StoredPart part, WaysTried tried, CancellationToken cancellationToken)
    {
        foreach (Replica message in part.Replicas.DistinctBy(replica => (replica.ChatId, replica.MessageId)))
        {
            // Its sender comes last: it is asked because its own id does not work.
            IEnumerable<PoolMember> members = roster.FitFor(message.BotId)
                .Where(member => !lanes.Of(member.Bot.BotId).IsResting)
                .OrderBy(member => part.Replicas.Any(replica => replica.BotId == member.Bot.BotId))
                .ThenBy(member => lanes.Of(member.Bot.BotId).Load);
            foreach (PoolMember member in members)
            {
                if (!tried.TryAsk(member.Bot.BotId, message))
                {
                    continue;
                }

                logger.Reacquiring(part.Index, file, member.Bot.BotId);
                if (await AskAsync(member, message, file, part, isUrgent: true, cancellationToken) is ({ } own, _))
                {
                    return own;
                }
            }
        }

        return null;
    }

    /// <summary>The member's own id of the part, by way of that message; null when it does not see it there, with the reason if there is one.</summary>
    public async Task<(Replica? Own, StoreOutcome? Failure)> AskAsync(
        PoolMember member, Replica message, StoredFileId file, StoredPart part, bool isUrgent, CancellationToken cancellationToken)
    {
        Glimpse glimpse = await scratch.LookAsync(
            member, message.ChatId, message.MessageId, file, part.Index, isUrgent, cancellationToken);
        if (!IsPart(glimpse, part) || glimpse.File is not { } seen)
        {
            return (null, glimpse.Failure);
        }

        Replica own = message with { BotId = member.Bot.BotId, FileId = seen.FileId };
        await ledger.UpsertReplicaAsync(file, part.Index, own, cancellationToken);
        known.Learn(file, part, own);
        StorageMetrics.IdsAcquired.Add(1);
        return (own, null);
    }

    private static bool IsPart(Glimpse glimpse, StoredPart part) =>
        PartName.TryParse(glimpse.Name, out PartName name)
        && name.Index == part.Index
        && part.Hashes.Sha256.StartsWith(name.HashHead, StringComparison.Ordinal);
}
