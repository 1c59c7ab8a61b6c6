namespace Telegram.Bot.Types;

/// <summary>What a person types after the bot's name.</summary>
public class InlineQuery
{
    /// <summary>To be answered with, within 30 seconds.</summary>
    public string Id { get; set; } = default!;

    /// <summary>Who.</summary>
    public User From { get; set; } = default!;

    /// <summary>The text, at most 256 characters.</summary>
    public string Query { get; set; } = default!;

    /// <summary>Where the results shall begin.</summary>
    public string Offset { get; set; } = default!;

    /// <summary>Kind of the chat it is typed in.</summary>
    public ChatType? ChatType { get; set; }
}
