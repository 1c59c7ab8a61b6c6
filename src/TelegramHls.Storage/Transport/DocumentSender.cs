using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;
using TelegramHls.Core.Outcomes;
using TelegramHls.Core.Storing;
using TelegramHls.Storage.Pool;

namespace TelegramHls.Storage.Transport;

/// <summary>Sends one file as one document, or one document once more.</summary>
internal sealed class DocumentSender(IOptions<TelegramOptions> options, TimeProvider time, ILogger<DocumentSender> logger)
{
    private const int FileBuffer = 128 * 1024;

    private volatile bool _handsOverPaths = options.Value is { Local: true, UploadByPath: true };

    /// <summary>
    /// Sends once, never again by itself. A cancelled send may have been carried out. Where the server is to read files by their
    /// path, one of another name than <paramref name="name"/> is uploaded all the same: the server names a document after its path.
    /// </summary>
    public async Task<StoreOutcome> SendAsync(
        BotConnection bot, long chatId, string path, string name, CancellationToken cancellationToken)
    {
        if (_handsOverPaths && Path.GetFileName(path) == name)
        {
            StoreOutcome outcome = await SendAsync(bot, chatId, InputFile.FromUri(FileUri(path)), cancellationToken);
            if (outcome is not StoreOutcome.Rejected { Fault: RejectionFault.Request } refusal)
            {
                return outcome;
            }

            // Refused for what it is, so nothing was sent: either it cannot be read there, or the upload is refused as well.
            _handsOverPaths = false;
            logger.PathsRefused(refusal.Reason);
        }

        await using var file = new FileStream(
            path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, FileBuffer, useAsync: true);
        return await SendAsync(bot, chatId, InputFile.FromStream(file, name), cancellationToken);
    }

    /// <summary>Sends a document that the bot has an id of to another chat: nothing is uploaded, kind and file name stay.</summary>
    /// <param name="bot">The bot.</param>
    /// <param name="chatId">Where to.</param>
    /// <param name="fileId">Its id of the document.</param>
    /// <param name="name">The part's name, as its caption: an original has another file name.</param>
    /// <param name="bytes">The length that it has to show.</param>
    /// <param name="cancellationToken">Ends the waiting; the send may have been carried out.</param>
    public async Task<StoreOutcome> SendAgainAsync(
        BotConnection bot, long chatId, string fileId, string name, int bytes, CancellationToken cancellationToken)
    {
        try
        {
            Message message = await bot.QuickClient.SendDocument(
                chatId,
                InputFile.FromFileId(fileId),
                name,
                disableContentTypeDetection: true,
                disableNotification: true,
                cancellationToken: cancellationToken);
            return MessageFile.Of(message) is { } file && MessageFile.NameOf(message) == name && (file.FileSize ?? bytes) == bytes
                ? Stored(bot, message, file)
                : new StoreOutcome.Unknown("The answer shows another document than was to be sent.");
        }
        catch (RequestException exception)
        {
            return SendAnswers.ToOutcome(exception, time.GetUtcNow());
        }
    }

    /// <summary>The server decodes it once (BOT_API §1).</summary>
    private static string FileUri(string path) =>
        $"file://{string.Join('/', Path.GetFullPath(path).Split('/').Select(Uri.EscapeDataString))}";

    private async Task<StoreOutcome> SendAsync(
        BotConnection bot, long chatId, InputFile file, CancellationToken cancellationToken)
    {
        try
        {
            // Without detection off, bytes that look like a film come back as another kind of message than a document.
            Message message = await bot.Client.SendDocument(
                chatId,
                file,
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
            ? Stored(bot, message, document)
            : new StoreOutcome.Unknown("The answer shows a message without a document.");

    private static StoreOutcome.Stored Stored(BotConnection bot, Message message, FileBase file) => new(new Replica(
        message.Chat.Id,
        message.Id,
        bot.BotId,
        file.FileId,
        file.FileUniqueId,
        new DateTimeOffset(message.Date, TimeSpan.Zero)));
}
