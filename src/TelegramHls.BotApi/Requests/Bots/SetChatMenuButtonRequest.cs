namespace Telegram.Bot.Requests;

/// <summary>Sets the button beside the text field.</summary>
public class SetChatMenuButtonRequest() : RequestBase<bool>("setChatMenuButton")
{
    /// <summary>A private chat; null: all without a button of their own.</summary>
    public long? ChatId { get; set; }

    /// <summary>The button.</summary>
    public MenuButton? MenuButton { get; set; }
}
