namespace Telegram.Bot.Types;

/// <summary>From a person.</summary>
public class MessageOriginUser : MessageOrigin
{
    /// <summary>User.</summary>
    public override MessageOriginType Type => MessageOriginType.User;

    /// <summary>Who sent it first.</summary>
    public User SenderUser { get; set; } = default!;
}
