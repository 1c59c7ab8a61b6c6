namespace Telegram.Bot.Types.Enums;

/// <summary>Kind of a marked span of text; 0 when a newer server names another.</summary>
public enum MessageEntityType
{
    /// <summary>@name.</summary>
    Mention = 1,

    /// <summary>#tag.</summary>
    Hashtag,

    /// <summary>/command.</summary>
    BotCommand,

    /// <summary>A web address.</summary>
    Url,

    /// <summary>An e-mail address.</summary>
    Email,

    /// <summary>Bold.</summary>
    Bold,

    /// <summary>Italic.</summary>
    Italic,

    /// <summary>Code.</summary>
    Code,

    /// <summary>A block of code.</summary>
    Pre,

    /// <summary>A text with a link behind it.</summary>
    TextLink,

    /// <summary>A mention of a person without a name.</summary>
    TextMention,

    /// <summary>A telephone number.</summary>
    PhoneNumber,

    /// <summary>$TAG.</summary>
    Cashtag,

    /// <summary>Underlined.</summary>
    Underline,

    /// <summary>Struck through.</summary>
    Strikethrough,

    /// <summary>Hidden until tapped.</summary>
    Spoiler,

    /// <summary>A custom emoji.</summary>
    CustomEmoji,

    /// <summary>A quotation.</summary>
    Blockquote,

    /// <summary>A folded quotation.</summary>
    ExpandableBlockquote,
}
