using Telegram.Bot.Polling;
using Telegram.Bot.Types;

namespace TelegramHls.BotApi.Tests.Wire;

/// <summary>Keeps what it was given, and does what a test tells it.</summary>
public sealed class RecordingHandler : IUpdateHandler
{
    public List<int> Handled { get; } = [];

    public List<(Exception Fault, HandleErrorSource Source)> Faults { get; } = [];

    public Func<Update, Task> OnUpdate { get; init; } = _ => Task.CompletedTask;

    public Func<Exception, HandleErrorSource, Task> OnError { get; init; } = (_, _) => Task.CompletedTask;

    public Task HandleUpdateAsync(ITelegramBotClient botClient, Update update, CancellationToken cancellationToken)
    {
        Handled.Add(update.Id);
        return OnUpdate(update);
    }

    public Task HandleErrorAsync(
        ITelegramBotClient botClient,
        Exception exception,
        HandleErrorSource source,
        CancellationToken cancellationToken)
    {
        Faults.Add((exception, source));
        return OnError(exception, source);
    }
}
