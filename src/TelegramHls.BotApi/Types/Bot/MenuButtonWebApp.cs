namespace Telegram.Bot.Types;

/// <summary>A web app.</summary>
public class MenuButtonWebApp : MenuButton
{
    /// <summary>WebApp.</summary>
    public override MenuButtonType Type => MenuButtonType.WebApp;

    /// <summary>Text on the button.</summary>
    public string Text { get; set; } = default!;

    /// <summary>What it opens.</summary>
    public WebAppInfo WebApp { get; set; } = default!;
}
