using System.Text.Json.Nodes;
using TelegramHls.Sandbox.Records;

namespace TelegramHls.Sandbox.Parsing;

/// <summary>Entities given as a list instead of a parse mode.</summary>
internal static class EntityList
{
    public static List<TextEntity> Read(JsonNode? listed)
    {
        var entities = new List<TextEntity>();
        foreach (JsonObject item in (listed as JsonArray)?.OfType<JsonObject>() ?? [])
        {
            string type = item["type"]?.ToString() ?? string.Empty;
            entities.Add(new TextEntity(type, Number(item["offset"]), Number(item["length"]))
            {
                Url = item["url"]?.ToString(),
                Language = item["language"]?.ToString(),
                User = item["user"]?["id"] is { } user ? Numbers.Read(user.ToString()) : null,
                CustomEmoji = item["custom_emoji_id"]?.ToString(),
            });
        }

        return entities;
    }

    /// <summary>Commands in what a person writes, as every client marks them.</summary>
    public static IReadOnlyList<TextEntity> Commands(string text)
    {
        int end = 1;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '_' or '@'))
        {
            end++;
        }

        return text.StartsWith('/') && end > 1 ? [new TextEntity("bot_command", 0, end)] : [];
    }

    private static int Number(JsonNode? node) =>
        (int)Math.Clamp(Numbers.Read(node?.ToString() ?? string.Empty), 0, int.MaxValue / 2);
}
