using Microsoft.Extensions.Logging;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;
using TelegramHls.Core.Outcomes;

namespace TelegramHls.Storage.Transport;

/// <summary>
/// Looks at a message: a bot has no call for that, so it forwards it, reads the answer and deletes the forward.
/// </summary>
internal sealed class MessageForwarder(TimeProvider time, ILogger<MessageForwarder> logger)
{
    /// <summary>The message as <paramref name="bot"/> sees it.</summary>
    public async Task<Glimpse> LookAsync(
        BotConnection bot, long chatId, int messageId, long scratchChatId, CancellationToken cancellationToken)
    {
        Message forward;
        try
        {
            forward = await bot.QuickClient.ForwardMessage(
                scratchChatId, chatId, messageId, disableNotification: true, cancellationToken: cancellationToken);
        }
        catch (ApiRequestException exception) when (IsMissing(exception))
        {
            return Glimpse.Nothing(null);
        }
        catch (RequestException exception)
        {
            return Glimpse.Nothing(SendAnswers.ToOutcome(exception, time.GetUtcNow()));
        }

        return new Glimpse(
            Exists: true,
            IsForward: forward.ForwardOrigin is MessageOriginChannel origin && (origin.Chat.Id, origin.MessageId) != (chatId, messageId),
            MessageFile.Of(forward),
            MessageFile.NameOf(forward),
            (scratchChatId, forward.Id),
            IsDeleted: await DeleteAsync(bot, scratchChatId, forward.Id, cancellationToken),
            null);
    }

    private static bool IsMissing(ApiRequestException exception) =>
        exception.ErrorCode == 400
        && (exception.Message.Contains("message to forward not found", StringComparison.OrdinalIgnoreCase)
            || exception.Message.Contains("messages can't be forwarded", StringComparison.OrdinalIgnoreCase)
            || exception.Message.Contains("message can't be forwarded", StringComparison.OrdinalIgnoreCase));

    private async Task<bool> DeleteAsync(BotConnection bot, long chatId, int messageId, CancellationToken cancellationToken)
    {
        try
        {
            await bot.QuickClient.DeleteMessage(chatId, messageId, cancellationToken);
            return true;
        }
        catch (RequestException exception)
        {
            logger.ForwardLeft(bot.BotId, chatId, messageId, exception.Message);
            return false;
        }
    }
}

/// <summary>What forwarding a message showed.</summary>
/// <param name="Exists">There is such a message, and it can be forwarded.</param>
/// <param name="IsForward">It is itself a forward of another post.</param>
/// <param name="File">Its file, with the forwarding bot's file_id; null for a message without one.</param>
/// <param name="Name">The name by which it is known to be ours; null for a message that bears none.</param>
/// <param name="Forward">Chat and id that the forward had.</param>
/// <param name="IsDeleted">The forward is gone again.</param>
/// <param name="Failure">Why nothing is known; null when something is.</param>
internal sealed record Glimpse(
    bool Exists,
    bool IsForward,
    FileBase? File,
    string? Name,
    (long ChatId, int MessageId)? Forward,
    bool IsDeleted,
    StoreOutcome? Failure)
{
    /// <summary>Nothing was seen, because there is nothing or because of <paramref name="failure"/>.</summary>
    public static Glimpse Nothing(StoreOutcome? failure) =>
        new(Exists: false, IsForward: false, null, null, null, IsDeleted: true, failure);
}
