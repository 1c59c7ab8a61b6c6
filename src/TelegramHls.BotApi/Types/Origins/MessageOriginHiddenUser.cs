namespace Telegram.Bot.Types;

/// <summary>From a person who hides the account.</summary>
public class MessageOriginHiddenUser : MessageOrigin
{
    /// <summary>HiddenUser.</summary>
    public override MessageOriginType Type => MessageOriginType.HiddenUser;

    /// <summary>Name of who sent it first.</summary>
    public string SenderUserName { get; set; } = default!;
}
