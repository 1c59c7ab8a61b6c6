using System.Text.Json;

namespace TelegramHls.Testing.EndToEnd;

/// <summary>A message of the bot as the person sees it.</summary>
public sealed record Card(
    int Id, int? ReplyTo, string Text, IReadOnlyDictionary<string, string> Links, IReadOnlyDictionary<string, string> Taps)
{
    private static readonly string[] Refusals = ["Not taken in.", "Given up.", "Cancelled.", "Deleted."];

    /// <summary>True for the card of a ready film and for a refusal; false while the film is in work, also when it plays already.</summary>
    public bool IsLastWord => Links.ContainsKey("Stream") || Array.Exists(Refusals, word => Text.Contains(word, StringComparison.Ordinal));

    public string Watch => Links["▶ Watch"];

    public string Hls => Links["HLS"];

    public string Stream => Links["Stream"];

    public string Download => Links["Download"];

    /// <summary>The share key in the links.</summary>
    public string Key => new Uri(Watch).Segments[^1];

    public static Card Read(JsonElement message)
    {
        List<JsonElement> buttons = message.TryGetProperty("reply_markup", out JsonElement markup)
            ? [.. markup.GetProperty("inline_keyboard").EnumerateArray().SelectMany(row => row.EnumerateArray())]
            : [];
        return new Card(
            message.GetProperty("message_id").GetInt32(),
            message.TryGetProperty("reply_to_message", out JsonElement reply) ? reply.GetProperty("message_id").GetInt32() : null,
            message.TryGetProperty("text", out JsonElement text) ? text.GetString()! : string.Empty,
            Of(buttons, "url"),
            Of(buttons, "callback_data"));
    }

    private static Dictionary<string, string> Of(List<JsonElement> buttons, string kind) => buttons
        .Where(button => button.TryGetProperty(kind, out _))
        .ToDictionary(button => button.GetProperty("text").GetString()!, button => button.GetProperty(kind).GetString()!);
}
