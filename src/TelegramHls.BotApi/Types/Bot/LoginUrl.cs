namespace Telegram.Bot.Types;

/// <summary>An address that is opened with a sign-in.</summary>
public class LoginUrl
{
    /// <summary>The address.</summary>
    public string Url { get; set; } = default!;

    /// <summary>Text of the button in forwarded messages.</summary>
    public string? ForwardText { get; set; }

    /// <summary>Bot that signs in.</summary>
    public string? BotUsername { get; set; }

    /// <summary>Ask to be allowed to write.</summary>
    public bool RequestWriteAccess { get; set; }

    /// <summary>That address.</summary>
    public static implicit operator LoginUrl(string url) => new() { Url = url };
}
