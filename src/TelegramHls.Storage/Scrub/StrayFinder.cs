using TelegramHls.Core.Ids;
using TelegramHls.Core.Storing;
using TelegramHls.Storage.Parts;
using TelegramHls.Storage.Replicas;
using TelegramHls.Storage.Transport;

namespace TelegramHls.Storage.Scrub;

/// <summary>Walks through whole channels and finds messages that look like parts and that no row names.</summary>
internal sealed class StrayFinder(
    ChannelRights rights, ChannelLook look, IReplicaLedger replicas, ISendLedger sends, TimeProvider time)
{
    /// <summary>Looks at every message of every channel that no row names, as a replica or as to be deleted. What is recorded is deleted by the remover.</summary>
    /// <param name="record">Records those of our stored files as orphans.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>
    /// Parts of stored files that the catalogue has, and of files that it does not know: those may be another catalogue's, and are
    /// left alone.
    /// </returns>
    public async Task<(int Orphans, int Strangers)> FindAsync(bool record, CancellationToken cancellationToken)
    {
        IReadOnlyList<UnresolvedSend> open = await sends.UnresolvedSendsAsync(DateTimeOffset.MaxValue, cancellationToken);
        var nobodys = StoredFileId.New();
        int orphans = 0;
        int strangers = 0;
        foreach (long chat in await rights.ChannelsAsync(cancellationToken))
        {
            var walk = new ChatWalk(chat, 0, await sends.KnownMessagesAsync(chat, 0, cancellationToken));
            while (walk.Next() is { } message)
            {
                (Glimpse glimpse, _) = await look.LookAsync(
                    chat, message, botId: 0, nobodys, part: 0, cancellationToken);
                walk.Saw(glimpse);
                if (!PartName.TryParse(glimpse.Name, out PartName name) || open.Any(send => send.Send.FileName == glimpse.Name))
                {
                    continue;
                }

                bool isOurs = await replicas.KnowsFileAsync(name.File, cancellationToken);
                orphans += isOurs ? 1 : 0;
                strangers += isOurs ? 0 : 1;
                if (isOurs && record)
                {
                    // Who sent it and when is not told: the remover tries to delete it, then to empty it.
                    await replicas.RecordOrphanAsync(new Orphan(chat, message, BotId: 0, time.GetUtcNow()), cancellationToken);
                }
            }
        }

        return (orphans, strangers);
    }
}
