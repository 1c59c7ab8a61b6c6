namespace Telegram.Bot.Types;

/// <summary>The quoted part of the message that is answered.</summary>
public class TextQuote
{
    /// <summary>The part.</summary>
    public string Text { get; set; } = default!;

    /// <summary>Marked spans in it.</summary>
    public MessageEntity[]? Entities { get; set; }

    /// <summary>Where it begins, in UTF-16 units.</summary>
    public int Position { get; set; }

    /// <summary>Chosen by the sender.</summary>
    public bool IsManual { get; set; }
}
