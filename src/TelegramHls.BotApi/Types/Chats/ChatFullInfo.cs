namespace Telegram.Bot.Types;

/// <summary>All that a bot may know of a chat.</summary>
public class ChatFullInfo : Chat
{
    /// <summary>Colour of its name.</summary>
    public int AccentColorId { get; set; }

    /// <summary>Most reactions of one message.</summary>
    public int MaxReactionCount { get; set; }

    /// <summary>Its photo.</summary>
    public ChatPhoto? Photo { get; set; }

    /// <summary>All its public names.</summary>
    public string[]? ActiveUsernames { get; set; }

    /// <summary>What the person says of himself.</summary>
    public string? Bio { get; set; }

    /// <summary>Description.</summary>
    public string? Description { get; set; }

    /// <summary>Main invite link.</summary>
    public string? InviteLink { get; set; }

    /// <summary>The latest pinned message, as this bot sees it.</summary>
    public Message? PinnedMessage { get; set; }

    /// <summary>What members may do.</summary>
    public ChatPermissions? Permissions { get; set; }

    /// <summary>Seconds between two messages of a member.</summary>
    public int? SlowModeDelay { get; set; }

    /// <summary>Seconds after which messages vanish.</summary>
    public int? MessageAutoDeleteTime { get; set; }

    /// <summary>Messages cannot be forwarded.</summary>
    public bool HasProtectedContent { get; set; }

    /// <summary>New members see old messages.</summary>
    public bool HasVisibleHistory { get; set; }

    /// <summary>The discussion group of a channel, or the channel of a group.</summary>
    public long? LinkedChatId { get; set; }
}
