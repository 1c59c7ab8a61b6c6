namespace Telegram.Bot.Requests;

/// <summary>Sets the menu of commands.</summary>
public class SetMyCommandsRequest() : RequestBase<bool>("setMyCommands")
{
    /// <summary>At most 100.</summary>
    public required IEnumerable<BotCommand> Commands { get; set; }

    /// <summary>Who sees them.</summary>
    public BotCommandScope? Scope { get; set; }

    /// <summary>Two letters; null: all others.</summary>
    public string? LanguageCode { get; set; }
}
