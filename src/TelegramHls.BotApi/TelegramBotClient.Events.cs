using Telegram.Bot.Polling;

namespace Telegram.Bot;

public partial class TelegramBotClient
{
    private readonly Lock _subscribing = new();
    private OnUpdateHandler? _onUpdate;
    private OnMessageHandler? _onMessage;
    private CancellationTokenSource? _receiving;

    /// <summary>Takes an update.</summary>
    public delegate Task OnUpdateHandler(Update update);

    /// <summary>Takes a message or a post, new or edited.</summary>
    public delegate Task OnMessageHandler(Message message, UpdateType type);

    /// <summary>Told of a fault.</summary>
    public delegate Task OnErrorHandler(Exception exception, HandleErrorSource source);

    /// <summary>Takes updates, without messages when <see cref="OnMessage"/> does; polling lasts while it is set.</summary>
    public event OnUpdateHandler? OnUpdate
    {
        add => Subscribe(() => _onUpdate += value);
        remove => Subscribe(() => _onUpdate -= value);
    }

    /// <summary>Takes messages and posts; polling lasts while it is set.</summary>
    public event OnMessageHandler? OnMessage
    {
        add => Subscribe(() => _onMessage += value);
        remove => Subscribe(() => _onMessage -= value);
    }

    /// <summary>Told of faults of that polling.</summary>
    public event OnErrorHandler? OnError;

    private void Subscribe(Action change)
    {
        lock (_subscribing)
        {
            change();
            bool wanted = _onUpdate is not null || _onMessage is not null;
            if (wanted && _receiving is null)
            {
                _receiving = CancellationTokenSource.CreateLinkedTokenSource(GlobalCancelToken);
                this.StartReceiving(Dispatch, Report, cancellationToken: _receiving.Token);
            }
            else if (!wanted && _receiving is { } receiving)
            {
                _receiving = null;
                receiving.Cancel();
                receiving.Dispose();
            }
        }
    }

    private Task Dispatch(ITelegramBotClient bot, Update update, CancellationToken cancellationToken)
    {
        Message? message = update.Message ?? update.EditedMessage ?? update.ChannelPost ?? update.EditedChannelPost
            ?? update.BusinessMessage ?? update.EditedBusinessMessage;
        Task? handled = message is not null && _onMessage is { } onMessage
            ? onMessage(message, update.Type)
            : _onUpdate?.Invoke(update);
        return handled ?? Task.CompletedTask;
    }

    private Task Report(
        ITelegramBotClient bot, Exception exception, HandleErrorSource source, CancellationToken cancellationToken) =>
        OnError?.Invoke(exception, source) ?? Task.CompletedTask;
}
