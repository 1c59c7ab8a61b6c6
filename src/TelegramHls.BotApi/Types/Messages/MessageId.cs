namespace Telegram.Bot.Types;

/// <summary>The id of a message alone.</summary>
public class MessageId
{
    /// <summary>Number within the chat.</summary>
    [JsonPropertyName("message_id")]
    public int Id { get; set; }
}
