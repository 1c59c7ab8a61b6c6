namespace Telegram.Bot.Types;

/// <summary>What helps after a refusal.</summary>
public class ResponseParameters
{
    /// <summary>The supergroup that took the place of the group.</summary>
    public long? MigrateToChatId { get; set; }

    /// <summary>Seconds to wait before the call may be made again.</summary>
    public int? RetryAfter { get; set; }
}
