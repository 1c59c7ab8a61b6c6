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
            return new Glimpse(Exists: false, null, null, null, null);
        }
        catch (RequestException exception)
        {
            return new Glimpse(Exists: false, null, null, null, SendAnswers.ToOutcome(exception, time.GetUtcNow()));
        }

        await DeleteAsync(bot, scratchChatId, forward.Id, cancellationToken);
        return new Glimpse(Exists: true, MessageFile.Of(forward), MessageFile.NameOf(forward), (scratchChatId, forward.Id), null);
    }

    private static bool IsMissing(ApiRequestException exception) =>
        exception.ErrorCode == 400
        && (exception.Message.Contains("message to forward not found", StringComparison.OrdinalIgnoreCase)
            || exception.Message.Contains("messages can't be forwarded", StringComparison.OrdinalIgnoreCase)
            || exception.Message.Contains("message can't be forwarded", StringComparison.OrdinalIgnoreCase));

    private async Task DeleteAsync(BotConnection bot, long chatId, int messageId, CancellationToken cancellationToken)
    {
        try
        {
            await bot.QuickClient.DeleteMessage(chatId, messageId, cancellationToken);
        }
        catch (RequestException exception)
        {
            logger.ForwardLeft(bot.BotId, chatId, messageId, exception.Message);
        }
    }
}

/// <summary>What forwarding a message showed.</summary>
/// <param name="Exists">There is such a message, and it can be forwarded.</param>
/// <param name="File">Its file, with the forwarding bot's file_id; null for a message without one.</param>
/// <param name="Name">The name by which it is known to be ours; null for a message that bears none.</param>
/// <param name="Forward">Chat and id that the forward had; it is deleted already.</param>
/// <param name="Failure">Why nothing is known; null when something is.</param>
internal sealed record Glimpse(
    bool Exists, FileBase? File, string? Name, (long ChatId, int MessageId)? Forward, StoreOutcome? Failure);
