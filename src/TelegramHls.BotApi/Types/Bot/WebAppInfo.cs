namespace Telegram.Bot.Types;

/// <summary>A web app.</summary>
public class WebAppInfo
{
    /// <summary>A web app without an address yet.</summary>
    public WebAppInfo()
    {
    }

    /// <summary>The web app of that address.</summary>
    public WebAppInfo(string url) => Url = url;

    /// <summary>Its address, https.</summary>
    public string Url { get; set; } = default!;

    /// <summary>The web app of that address.</summary>
    public static implicit operator WebAppInfo(string url) => new(url);
}
