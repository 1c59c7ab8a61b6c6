using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;
using TelegramHls.Core.Outcomes;
using TelegramHls.Core.Storing;

namespace TelegramHls.Storage.Transport.Originals;

/// <summary>Sends what a person sent once more, by the file_id of the bot that received it: nothing is uploaded.</summary>
internal sealed class OriginalSender(TimeProvider time)
{
    /// <summary>
    /// Sends once, never again by itself. A file keeps its kind, so a film that came as a video stands there as a video; where the
    /// server does not take such an id for a document, the person's message is copied.
    /// </summary>
    /// <param name="bot">The bot that received it.</param>
    /// <param name="chatId">Where to.</param>
    /// <param name="source">What the person sent.</param>
    /// <param name="caption">Ours, by which the message is recognised: its file keeps the name that the person gave it.</param>
    /// <param name="cancellationToken">Ends the waiting; the send may have been carried out.</param>
    public async Task<StoreOutcome> SendAsync(
        BotConnection bot, long chatId, SourceMessage source, string caption, CancellationToken cancellationToken)
    {
        try
        {
            return await SendByIdAsync(bot, chatId, source, caption, cancellationToken);
        }
        catch (RequestException exception)
        {
            return SendAnswers.ToOutcome(exception, time.GetUtcNow());
        }
    }

    private async Task<StoreOutcome> SendByIdAsync(
        BotConnection bot, long chatId, SourceMessage source, string caption, CancellationToken cancellationToken)
    {
        try
        {
            Message message = await bot.QuickClient.SendDocument(
                chatId,
                InputFile.FromFileId(source.FileId),
                caption,
                disableContentTypeDetection: true,
                disableNotification: true,
                cancellationToken: cancellationToken);
            return MessageFile.Of(message) is { } file
                ? new StoreOutcome.Stored(new Replica(
                    chatId, message.Id, bot.BotId, file.FileId, file.FileUniqueId, new DateTimeOffset(message.Date, TimeSpan.Zero)))
                : new StoreOutcome.Unknown("The answer shows a message without a file.");
        }
        catch (ApiRequestException refusal) when (refusal.Message.Contains("can't use file of type", StringComparison.OrdinalIgnoreCase))
        {
            MessageId copy = await bot.QuickClient.CopyMessage(
                chatId, source.ChatId, source.MessageId, caption, disableNotification: true, cancellationToken: cancellationToken);
            return new StoreOutcome.Stored(new Replica(
                chatId, copy.Id, bot.BotId, source.FileId, source.FileUniqueId, time.GetUtcNow()));
        }
    }
}
