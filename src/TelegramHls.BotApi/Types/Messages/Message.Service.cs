namespace Telegram.Bot.Types;

public partial class Message
{
    /// <summary>Members that came.</summary>
    public User[]? NewChatMembers { get; set; }

    /// <summary>The member that left.</summary>
    public User? LeftChatMember { get; set; }

    /// <summary>The new title.</summary>
    public string? NewChatTitle { get; set; }

    /// <summary>The chat's new photo.</summary>
    public PhotoSize[]? NewChatPhoto { get; set; }

    /// <summary>The chat's photo was deleted.</summary>
    public bool? DeleteChatPhoto { get; set; }

    /// <summary>The group was made.</summary>
    public bool? GroupChatCreated { get; set; }

    /// <summary>The supergroup was made.</summary>
    public bool? SupergroupChatCreated { get; set; }

    /// <summary>The channel was made.</summary>
    public bool? ChannelChatCreated { get; set; }

    /// <summary>The supergroup that the group became.</summary>
    public long? MigrateToChatId { get; set; }

    /// <summary>The group that the supergroup was.</summary>
    public long? MigrateFromChatId { get; set; }

    /// <summary>The message that was pinned.</summary>
    public Message? PinnedMessage { get; set; }

    /// <summary>What a web app sent.</summary>
    public WebAppData? WebAppData { get; set; }
}
