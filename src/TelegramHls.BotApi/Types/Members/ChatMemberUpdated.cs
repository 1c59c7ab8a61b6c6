namespace Telegram.Bot.Types;

/// <summary>A member's standing changed.</summary>
public class ChatMemberUpdated
{
    /// <summary>Where.</summary>
    public Chat Chat { get; set; } = default!;

    /// <summary>Who changed it.</summary>
    public User From { get; set; } = default!;

    /// <summary>When, UTC.</summary>
    public DateTime Date { get; set; }

    /// <summary>Before; null for a standing from a newer server.</summary>
    public ChatMember? OldChatMember { get; set; }

    /// <summary>After; null for a standing from a newer server.</summary>
    public ChatMember? NewChatMember { get; set; }
}
