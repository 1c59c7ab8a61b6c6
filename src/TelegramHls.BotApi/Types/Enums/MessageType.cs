namespace Telegram.Bot.Types.Enums;

/// <summary>Kind of a message.</summary>
public enum MessageType
{
    /// <summary>None of the others.</summary>
    Unknown,

    /// <summary>Text.</summary>
    Text,

    /// <summary>A GIF or a film without sound.</summary>
    Animation,

    /// <summary>Music.</summary>
    Audio,

    /// <summary>A file.</summary>
    Document,

    /// <summary>A photo.</summary>
    Photo,

    /// <summary>A sticker.</summary>
    Sticker,

    /// <summary>A forwarded story.</summary>
    Story,

    /// <summary>A video.</summary>
    Video,

    /// <summary>A round video.</summary>
    VideoNote,

    /// <summary>A voice note.</summary>
    Voice,

    /// <summary>A contact.</summary>
    Contact,

    /// <summary>A dice.</summary>
    Dice,

    /// <summary>A venue.</summary>
    Venue,

    /// <summary>A location.</summary>
    Location,

    /// <summary>Members came.</summary>
    NewChatMembers,

    /// <summary>A member left.</summary>
    LeftChatMember,

    /// <summary>The title changed.</summary>
    NewChatTitle,

    /// <summary>The chat's photo changed.</summary>
    NewChatPhoto,

    /// <summary>The chat's photo was deleted.</summary>
    DeleteChatPhoto,

    /// <summary>A group was made.</summary>
    GroupChatCreated,

    /// <summary>A supergroup was made.</summary>
    SupergroupChatCreated,

    /// <summary>A channel was made.</summary>
    ChannelChatCreated,

    /// <summary>The group became a supergroup.</summary>
    MigrateToChatId,

    /// <summary>The supergroup was a group.</summary>
    MigrateFromChatId,

    /// <summary>A message was pinned.</summary>
    PinnedMessage,

    /// <summary>The person allowed the bot to write.</summary>
    WriteAccessAllowed,

    /// <summary>A web app sent data.</summary>
    WebAppData,
}
