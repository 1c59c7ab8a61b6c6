namespace Telegram.Bot.Types;

/// <summary>A marked span of text.</summary>
public class MessageEntity
{
    /// <summary>Kind.</summary>
    public MessageEntityType Type { get; set; }

    /// <summary>Start in UTF-16 units.</summary>
    public int Offset { get; set; }

    /// <summary>Length in UTF-16 units.</summary>
    public int Length { get; set; }

    /// <summary>Address of a text link.</summary>
    public string? Url { get; set; }

    /// <summary>Person of a text mention.</summary>
    public User? User { get; set; }

    /// <summary>Language of a code block.</summary>
    public string? Language { get; set; }

    /// <summary>Id of a custom emoji.</summary>
    public string? CustomEmojiId { get; set; }
}
