using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;
using TelegramHls.Core.Outcomes;
using TelegramHls.Core.Storing;

namespace TelegramHls.Storage.Transport;

/// <summary>Sends one file as one document.</summary>
internal sealed class DocumentSender(TimeProvider time)
{
    private const int FileBuffer = 128 * 1024;

    /// <summary>Sends once, never again by itself. A cancelled send may have been carried out.</summary>
    public async Task<StoreOutcome> SendAsync(
        BotConnection bot, long chatId, string path, string name, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(
            path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, FileBuffer, useAsync: true);
        try
        {
            // Without detection off, bytes that look like a film come back as another kind of message than a document.
            Message message = await bot.Client.SendDocument(
                chatId,
                InputFile.FromStream(file, name),
                disableContentTypeDetection: true,
                disableNotification: true,
                cancellationToken: cancellationToken);
            return ToOutcome(bot, message);
        }
        catch (RequestException exception)
        {
            return SendAnswers.ToOutcome(exception, time.GetUtcNow());
        }
    }

    private static StoreOutcome ToOutcome(BotConnection bot, Message message) =>
        message.Document is { } document
            ? new StoreOutcome.Stored(new Replica(
                message.Chat.Id,
                message.Id,
                bot.BotId,
                document.FileId,
                document.FileUniqueId,
                new DateTimeOffset(message.Date, TimeSpan.Zero)))
            : new StoreOutcome.Unknown("The answer shows a message without a document.");
}
