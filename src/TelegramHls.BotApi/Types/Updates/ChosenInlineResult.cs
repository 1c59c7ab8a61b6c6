namespace Telegram.Bot.Types;

/// <summary>An inline result that was chosen.</summary>
public class ChosenInlineResult
{
    /// <summary>Id of the result.</summary>
    public string ResultId { get; set; } = default!;

    /// <summary>Who.</summary>
    public User From { get; set; } = default!;

    /// <summary>Id of the message that was sent.</summary>
    public string? InlineMessageId { get; set; }

    /// <summary>What had been typed.</summary>
    public string Query { get; set; } = default!;
}
