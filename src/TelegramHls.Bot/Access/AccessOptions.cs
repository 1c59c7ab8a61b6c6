namespace TelegramHls.Bot.Access;

/// <summary>Who may use the bot. Section <c>Telegram</c>.</summary>
public sealed class AccessOptions
{
    /// <summary>Name of the section.</summary>
    public const string SectionName = "Telegram";

    /// <summary>Telegram user ids; the first is the owner. Empty: whoever sends <c>/start CODE</c> becomes the owner.</summary>
    public long[] AllowedUsers { get; set; } = [];
}
