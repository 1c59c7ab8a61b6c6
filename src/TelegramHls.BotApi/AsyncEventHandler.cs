namespace Telegram.Bot;

/// <summary>Handles an event of a client; the client awaits it before it goes on.</summary>
/// <param name="botClient">The client that raised the event.</param>
/// <param name="args">What happened.</param>
/// <param name="cancellationToken">Ends with the call that raised the event.</param>
public delegate ValueTask AsyncEventHandler<in TArgs>(
    ITelegramBotClient botClient, TArgs args, CancellationToken cancellationToken = default);
