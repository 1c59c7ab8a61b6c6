namespace Telegram.Bot.Types.Enums;

/// <summary>How markup in a text is written.</summary>
public enum ParseMode
{
    /// <summary>No markup, or entities given beside the text.</summary>
    None,

    /// <summary>The old Markdown.</summary>
    Markdown,

    /// <summary>HTML.</summary>
    Html,

    /// <summary>Markdown, version 2.</summary>
    MarkdownV2,
}
