using TelegramHls.Core.Outcomes;
using TelegramHls.Core.Storing;
using TelegramHls.Storage.Parts;
using TelegramHls.Storage.Transport;

namespace TelegramHls.Storage.Scrub;

/// <summary>Compares the rows of a part with the messages that they name.</summary>
internal sealed class PartComparer(ChannelLook look)
{
    /// <summary>Each message of the part with its state. Bytes are not read.</summary>
    public async Task<IReadOnlyList<(Replica Message, MessageState State)>> CompareAsync(
        PlacedPart part, CancellationToken cancellationToken)
    {
        var states = new List<(Replica, MessageState)>();
        foreach (Replica message in part.Messages)
        {
            (Glimpse glimpse, bool isCertain) = await look.LookAsync(
                message.ChatId, message.MessageId, message.BotId, part.File, part.Part.Index, cancellationToken);
            states.Add((message, StateOf(part, glimpse, isCertain)));
        }

        return states;
    }

    private static MessageState StateOf(PlacedPart part, Glimpse glimpse, bool isCertain)
    {
        if (glimpse.Exists)
        {
            string name = PartName.Of(part.Video, part.File, part.Part.Index, part.Part.Hashes.Sha256).ToString();
            return glimpse.File is { } file
                && glimpse.Name == name
                && (file.FileSize ?? part.Part.Length) == part.Part.Length
                    ? MessageState.Good
                    : MessageState.Wrong;
        }

        return glimpse.Failure is null
            ? isCertain ? MessageState.Missing : MessageState.OutOfSight
            : glimpse.Failure is StoreOutcome.Rejected { Fault: RejectionFault.Bot or RejectionFault.Chat }
                ? MessageState.OutOfSight
                : MessageState.NotLookedAt;
    }
}
