namespace Telegram.Bot;

public static partial class TelegramBotClientExtensions
{
    /// <summary>Asks who the bot is.</summary>
    public static Task<User> GetMe(
        this ITelegramBotClient botClient, CancellationToken cancellationToken = default) =>
        botClient.SendRequest(new GetMeRequest(), cancellationToken);

    /// <summary>Leaves this server; needed before the bot moves from the cloud to one's own server.</summary>
    public static Task LogOut(this ITelegramBotClient botClient, CancellationToken cancellationToken = default) =>
        botClient.SendRequest(new LogOutRequest(), cancellationToken);

    /// <summary>Closes the bot on this server, before it moves to another one of one's own.</summary>
    public static Task Close(this ITelegramBotClient botClient, CancellationToken cancellationToken = default) =>
        botClient.SendRequest(new CloseRequest(), cancellationToken);

    /// <summary>Gets updates, and confirms those before the offset.</summary>
    public static Task<Update[]> GetUpdates(
        this ITelegramBotClient botClient, int? offset = default, int? limit = default, int? timeout = default,
        IEnumerable<UpdateType>? allowedUpdates = default, CancellationToken cancellationToken = default) =>
        botClient.SendRequest(
            new GetUpdatesRequest
            {
                Offset = offset, Limit = limit, Timeout = timeout, AllowedUpdates = allowedUpdates,
            },
            cancellationToken);

    /// <summary>Has updates delivered to an address.</summary>
    public static Task SetWebhook(
        this ITelegramBotClient botClient, string url, InputFileStream? certificate = default,
        string? ipAddress = default, int? maxConnections = default,
        IEnumerable<UpdateType>? allowedUpdates = default, bool dropPendingUpdates = default,
        string? secretToken = default, CancellationToken cancellationToken = default) =>
        botClient.SendRequest(
            new SetWebhookRequest
            {
                Url = url, Certificate = certificate, IpAddress = ipAddress, MaxConnections = maxConnections,
                AllowedUpdates = allowedUpdates, DropPendingUpdates = dropPendingUpdates,
                SecretToken = secretToken,
            },
            cancellationToken);

    /// <summary>Goes back to polling.</summary>
    public static Task DeleteWebhook(
        this ITelegramBotClient botClient, bool dropPendingUpdates = default,
        CancellationToken cancellationToken = default) =>
        botClient.SendRequest(
            new DeleteWebhookRequest
            {
                DropPendingUpdates = dropPendingUpdates,
            },
            cancellationToken);

    /// <summary>Asks for the state of the webhook.</summary>
    public static Task<WebhookInfo> GetWebhookInfo(
        this ITelegramBotClient botClient, CancellationToken cancellationToken = default) =>
        botClient.SendRequest(new GetWebhookInfoRequest(), cancellationToken);
}
