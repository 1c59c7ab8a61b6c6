namespace TelegramHls.Storage.Pool;

/// <summary>A bot and the channel that it stores in.</summary>
public sealed class BotOptions
{
    /// <summary>The bot's token: a secret, shown nowhere.</summary>
    public string? Token { get; set; }

    /// <summary>A number (-100…) or <c>@name</c>.</summary>
    public string? ChatId { get; set; }
}
