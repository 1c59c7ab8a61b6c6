using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;
using TelegramHls.Core.Outcomes;

namespace TelegramHls.Storage.Transport;

/// <summary>Deletes and empties messages.</summary>
internal sealed class MessageEraser(TimeProvider time)
{
    /// <summary>The most ids that one call takes.</summary>
    public const int BatchSize = 100;

    /// <summary>Deletes up to <see cref="BatchSize"/> messages in one call, all or none. Null when they are gone.</summary>
    public Task<StoreOutcome?> DeleteAsync(
        BotConnection bot, long chatId, IReadOnlyList<int> messages, CancellationToken cancellationToken) =>
        AskAsync(token => bot.QuickClient.DeleteMessages(chatId, messages, token), cancellationToken);

    /// <summary>Puts a document of one byte in the place of what the message holds. Null when that is done.</summary>
    public Task<StoreOutcome?> EmptyAsync(
        BotConnection bot, long chatId, int message, CancellationToken cancellationToken) =>
        AskAsync(
            async token =>
            {
                using var one = new MemoryStream([0]);
                var media = new InputMediaDocument(InputFile.FromStream(one, "deleted"));
                await bot.QuickClient.EditMessageMedia(chatId, message, media, cancellationToken: token);
            },
            cancellationToken);

    private static bool IsGone(RequestException exception) =>
        exception.Message.Contains("message to delete not found", StringComparison.OrdinalIgnoreCase)
        || exception.Message.Contains("message to edit not found", StringComparison.OrdinalIgnoreCase)
        || exception.Message.Contains("message is not modified", StringComparison.OrdinalIgnoreCase);

    private async Task<StoreOutcome?> AskAsync(
        Func<CancellationToken, Task> call, CancellationToken cancellationToken)
    {
        try
        {
            await call(cancellationToken);
            return null;
        }
        catch (RequestException exception) when (IsGone(exception))
        {
            return null;
        }
        catch (RequestException exception)
        {
            return SendAnswers.ToOutcome(exception, time.GetUtcNow());
        }
    }
}
