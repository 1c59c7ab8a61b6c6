using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using TelegramHls.Core.Ids;
using TelegramHls.Core.Storing;
using TelegramHls.Storage.Cache;
using TelegramHls.Storage.Parts;
using TelegramHls.Storage.Pool.Members;
using TelegramHls.Storage.Transport;

namespace TelegramHls.Storage.Reading;

/// <summary>
/// Opens parts by the ids that bots hold of them: a new <c>getFile</c> each time, another replica or bot at each attempt.
/// When no bot of the pool has a usable id, another member of the channel gets itself one by forwarding the message.
/// </summary>
internal sealed class PartSource(
    PoolRoster roster,
    ScratchLook scratch,
    IPartLedger ledger,
    KnownFiles known,
    ILogger<PartSource> logger) : IPartSource
{
    public async Task<Stream> OpenAsync(
        StoredFileId file, StoredPart part, int attempt, int offset, CancellationToken cancellationToken)
    {
        ImmutableArray<Replica> ways = [.. part.Replicas.Where(replica => IsUsable(replica.BotId))];

        // After each round through what is known one attempt looks for a new id.
        int turn = attempt % (ways.Length + 1);
        Replica replica = turn < ways.Length
            ? ways[turn]
            : await ReacquireAsync(file, part, attempt, cancellationToken);
        BotConnection bot = roster.Find(replica.BotId)
            ?? throw new FileSourceException(FileFault.BotOut, $"Bot {replica.BotId} is not configured.");
        OpenedFile opened = await FileSource.OpenAsync(bot, replica.FileId, offset, cancellationToken);
        if (opened.Length is { } length && length != part.Length)
        {
            await opened.DisposeAsync();
            throw new FileSourceException(FileFault.Gone, $"The file has {length} bytes instead of {part.Length}.");
        }

        return opened.Bytes;
    }

    private bool IsUsable(long botId) => roster.Find(botId) is not null && !roster.HasLostToken(botId);

    private async Task<Replica> ReacquireAsync(
        StoredFileId file, StoredPart part, int attempt, CancellationToken cancellationToken)
    {
        // Each message may be out of the first member's sight, so the members take turns too.
        foreach (Replica message in part.Replicas.DistinctBy(replica => (replica.ChatId, replica.MessageId)))
        {
            IReadOnlyList<PoolMember> members =
                [.. roster.FitFor(message.BotId).OrderBy(member => member.Bot.BotId == message.BotId)];
            for (int i = 0; i < members.Count; i++)
            {
                PoolMember member = members[(i + attempt) % members.Count];
                logger.Reacquiring(part.Index, file, member.Bot.BotId);
                Glimpse glimpse = await scratch.LookAsync(member, message.ChatId, message.MessageId, cancellationToken);
                if (IsPart(glimpse, part) && glimpse.Document is { } document)
                {
                    Replica own = message with { BotId = member.Bot.BotId, FileId = document.FileId };
                    await ledger.UpsertReplicaAsync(file, part.Index, own, cancellationToken);
                    known.Forget(file);
                    return own;
                }
            }
        }

        throw new FileSourceException(FileFault.Gone, $"No bot of the pool can see a message of part {part.Index} of {file}.");
    }

    private static bool IsPart(Glimpse glimpse, StoredPart part) =>
        PartName.TryParse(glimpse.Document?.FileName, out PartName name)
        && name.Index == part.Index
        && part.Hashes.Sha256.StartsWith(name.HashHead, StringComparison.Ordinal);
}
