namespace Telegram.Bot.Types.Enums;

/// <summary>Kind of the button beside the text field.</summary>
public enum MenuButtonType
{
    /// <summary>Telegram's choice.</summary>
    Default = 1,

    /// <summary>The list of commands.</summary>
    Commands,

    /// <summary>A web app.</summary>
    WebApp,
}
