namespace Telegram.Bot.Polling;

/// <summary>A handler made of two functions.</summary>
public class DefaultUpdateHandler(
    Func<ITelegramBotClient, Update, CancellationToken, Task> updateHandler,
    Func<ITelegramBotClient, Exception, HandleErrorSource, CancellationToken, Task> errorHandler) : IUpdateHandler
{
    /// <summary>A handler that does not ask where a fault came from.</summary>
    public DefaultUpdateHandler(
        Func<ITelegramBotClient, Update, CancellationToken, Task> updateHandler,
        Func<ITelegramBotClient, Exception, CancellationToken, Task> errorHandler)
        : this(updateHandler, (bot, exception, _, cancellationToken) => errorHandler(bot, exception, cancellationToken))
    {
    }

    /// <inheritdoc />
    public Task HandleUpdateAsync(ITelegramBotClient botClient, Update update, CancellationToken cancellationToken) =>
        updateHandler(botClient, update, cancellationToken);

    /// <inheritdoc />
    public Task HandleErrorAsync(
        ITelegramBotClient botClient,
        Exception exception,
        HandleErrorSource source,
        CancellationToken cancellationToken) =>
        errorHandler(botClient, exception, source, cancellationToken);
}
