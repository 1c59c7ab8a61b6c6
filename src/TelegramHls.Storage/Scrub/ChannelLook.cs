using TelegramHls.Core.Ids;
using TelegramHls.Core.Outcomes;
using TelegramHls.Storage.Pool.Members;
using TelegramHls.Storage.Transport;

namespace TelegramHls.Storage.Scrub;

/// <summary>Looks at messages of the channels through whichever bot can see them, the sender first.</summary>
internal sealed class ChannelLook(PoolRoster roster, ScratchLook scratch, TimeProvider time)
{
    /// <summary>
    /// What stands at that place. Who cannot see a channel says "not found" as well: the absence of a message is only certain from
    /// its sender, or from a bot whose own channel it is.
    /// </summary>
    /// <param name="chatId">The channel.</param>
    /// <param name="message">The message.</param>
    /// <param name="botId">The bot that sent it; 0 when that is not known.</param>
    /// <param name="file">The stored file for whose sake it is done.</param>
    /// <param name="part">The index of the part.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<(Glimpse Glimpse, bool IsCertain)> LookAsync(
        long chatId, int message, long botId, StoredFileId file, int part, CancellationToken cancellationToken)
    {
        Glimpse? last = null;
        IEnumerable<PoolMember> members = roster.FitFor(botId)
            .OrderByDescending(member => member.Bot.BotId == botId)
            .ThenByDescending(member => member.Chat.Known == chatId);
        foreach (PoolMember member in members)
        {
            Glimpse glimpse = await scratch.LookAsync(member, chatId, message, file, part, cancellationToken);
            if (glimpse.Failure is StoreOutcome.Throttled throttled && throttled.Until - time.GetUtcNow() is var wait)
            {
                await Task.Delay(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, time, cancellationToken);
                glimpse = await scratch.LookAsync(member, chatId, message, file, part, cancellationToken);
            }

            bool isBelieved = member.Bot.BotId == botId || member.Chat.Known == chatId;
            if (glimpse.Exists || (glimpse.Failure is null && isBelieved))
            {
                return (glimpse, true);
            }

            last = glimpse.Failure is null || last is null ? glimpse : last;
        }

        return (last ?? Glimpse.Nothing(new StoreOutcome.Rejected("No bot of the pool is fit.", RejectionFault.Bot)), false);
    }
}
