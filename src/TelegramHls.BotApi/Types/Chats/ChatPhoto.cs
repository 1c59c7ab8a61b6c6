namespace Telegram.Bot.Types;

/// <summary>Photo of a chat.</summary>
public class ChatPhoto
{
    /// <summary>160 pixels; for this bot only.</summary>
    public string SmallFileId { get; set; } = default!;

    /// <summary>The same for all bots.</summary>
    public string SmallFileUniqueId { get; set; } = default!;

    /// <summary>640 pixels; for this bot only.</summary>
    public string BigFileId { get; set; } = default!;

    /// <summary>The same for all bots.</summary>
    public string BigFileUniqueId { get; set; } = default!;
}
