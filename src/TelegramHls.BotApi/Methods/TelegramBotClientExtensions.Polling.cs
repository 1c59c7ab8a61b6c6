using Telegram.Bot.Polling;

namespace Telegram.Bot;

/// <summary>The methods of the Bot API, and long polling.</summary>
public static partial class TelegramBotClientExtensions
{
    /// <summary>Forgets all updates that wait.</summary>
    public static async Task DropPendingUpdates(
        this ITelegramBotClient botClient, CancellationToken cancellationToken = default)
    {
        Update[] last = await botClient.GetUpdates(-1, 1, 0, allowedUpdates: null, cancellationToken);
        if (last.Length > 0)
            await botClient.GetUpdates(last[^1].Id + 1, 1, 0, allowedUpdates: null, cancellationToken);
    }

    /// <summary>Polls in the background until the token ends; told of any other end as FatalError.</summary>
    public static void StartReceiving(
        this ITelegramBotClient botClient,
        IUpdateHandler updateHandler,
        ReceiverOptions? receiverOptions = default,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(botClient);
        ArgumentNullException.ThrowIfNull(updateHandler);
        _ = Task.Run(Receive, cancellationToken);

        async Task Receive()
        {
            try
            {
                await botClient.ReceiveAsync(updateHandler, receiverOptions, cancellationToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                await updateHandler.HandleErrorAsync(botClient, fault, HandleErrorSource.FatalError, cancellationToken);
            }
        }
    }

    /// <inheritdoc cref="StartReceiving(ITelegramBotClient, IUpdateHandler, ReceiverOptions, CancellationToken)" />
    public static void StartReceiving(
        this ITelegramBotClient botClient,
        Func<ITelegramBotClient, Update, CancellationToken, Task> updateHandler,
        Func<ITelegramBotClient, Exception, HandleErrorSource, CancellationToken, Task> errorHandler,
        ReceiverOptions? receiverOptions = default,
        CancellationToken cancellationToken = default) =>
        botClient.StartReceiving(
            new DefaultUpdateHandler(updateHandler, errorHandler), receiverOptions, cancellationToken);

    /// <inheritdoc cref="StartReceiving(ITelegramBotClient, IUpdateHandler, ReceiverOptions, CancellationToken)" />
    public static void StartReceiving(
        this ITelegramBotClient botClient,
        Func<ITelegramBotClient, Update, CancellationToken, Task> updateHandler,
        Func<ITelegramBotClient, Exception, CancellationToken, Task> errorHandler,
        ReceiverOptions? receiverOptions = default,
        CancellationToken cancellationToken = default) =>
        botClient.StartReceiving(
            new DefaultUpdateHandler(updateHandler, errorHandler), receiverOptions, cancellationToken);

    /// <summary>Polls until the token ends; the task then ends without an exception.</summary>
    /// <exception cref="Exception">What <see cref="IUpdateHandler.HandleErrorAsync"/> threw.</exception>
    public static Task ReceiveAsync(
        this ITelegramBotClient botClient,
        IUpdateHandler updateHandler,
        ReceiverOptions? receiverOptions = default,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(botClient);
        ArgumentNullException.ThrowIfNull(updateHandler);
        receiverOptions ??= new ReceiverOptions();
        return new UpdatePoll(botClient, updateHandler, receiverOptions).Run(cancellationToken);
    }

    /// <inheritdoc cref="ReceiveAsync(ITelegramBotClient, IUpdateHandler, ReceiverOptions, CancellationToken)" />
    public static Task ReceiveAsync(
        this ITelegramBotClient botClient,
        Func<ITelegramBotClient, Update, CancellationToken, Task> updateHandler,
        Func<ITelegramBotClient, Exception, CancellationToken, Task> errorHandler,
        ReceiverOptions? receiverOptions = default,
        CancellationToken cancellationToken = default) =>
        botClient.ReceiveAsync(
            new DefaultUpdateHandler(updateHandler, errorHandler), receiverOptions, cancellationToken);
}
