namespace Telegram.Bot.Types;

/// <summary>A voice note.</summary>
public class Voice : FileBase
{
    /// <summary>Whole seconds.</summary>
    public int Duration { get; set; }

    /// <summary>Type that the sender gave.</summary>
    public string? MimeType { get; set; }
}
