namespace Telegram.Bot.Types;

/// <summary>What a web app sent from a keyboard button.</summary>
public class WebAppData
{
    /// <summary>The data; anyone may forge it.</summary>
    public string Data { get; set; } = default!;

    /// <summary>Text of the button.</summary>
    public string ButtonText { get; set; } = default!;
}
