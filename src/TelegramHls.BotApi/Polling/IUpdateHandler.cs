namespace Telegram.Bot.Polling;

/// <summary>Takes updates, one after another.</summary>
public interface IUpdateHandler
{
    /// <summary>
    /// Handles one update. The server forgets it with the poll that follows, and that poll waits for this task: what is
    /// on disk when the task ends cannot get lost.
    /// </summary>
    Task HandleUpdateAsync(ITelegramBotClient botClient, Update update, CancellationToken cancellationToken);

    /// <summary>
    /// Told of a fault; polling goes on when the task ends, at once. An exception thrown from here ends polling before
    /// the updates of this batch are confirmed.
    /// </summary>
    Task HandleErrorAsync(
        ITelegramBotClient botClient,
        Exception exception,
        HandleErrorSource source,
        CancellationToken cancellationToken);
}
