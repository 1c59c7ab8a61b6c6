namespace Telegram.Bot.Types;

/// <summary>A command in the menu.</summary>
public class BotCommand
{
    /// <summary>An empty command.</summary>
    public BotCommand()
    {
    }

    /// <summary>A command and what it does.</summary>
    public BotCommand(string command, string description)
    {
        Command = command;
        Description = description;
    }

    /// <summary>1 to 32 of a-z, 0-9 and _.</summary>
    public string Command { get; set; } = default!;

    /// <summary>1 to 256 characters.</summary>
    public string Description { get; set; } = default!;

    /// <summary>A command and what it does.</summary>
    public static implicit operator BotCommand((string Command, string Description) pair) =>
        new(pair.Command, pair.Description);
}
