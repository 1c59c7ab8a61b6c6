namespace TelegramHls.Bot.Playback;

/// <summary>What the front page says of the bot.</summary>
public interface IBotProfile
{
    /// <summary>The name that people see; null before Telegram was reached.</summary>
    string? Name { get; }

    /// <summary>The name in links to it; null before Telegram was reached.</summary>
    string? Username { get; }
}
