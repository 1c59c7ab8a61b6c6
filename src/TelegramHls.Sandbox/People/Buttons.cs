using System.Text.Json.Nodes;
using TelegramHls.Sandbox.Http;
using TelegramHls.Sandbox.Parsing;
using TelegramHls.Sandbox.Records;

namespace TelegramHls.Sandbox.People;

/// <summary>Finds the button that a tap means: by its data, or by row and column from 0.</summary>
internal static class Buttons
{
    public static string DataOf(MessageRecord message, JsonObject tap)
    {
        JsonArray rows = message.Keyboard is null ? [] : (JsonArray)JsonNode.Parse(message.Keyboard)!;
        string? wanted = tap["data"]?.ToString();
        JsonNode? button = wanted is null
            ? rows.ElementAtOrDefault(Number(tap["row"])) is JsonArray row ? row.ElementAtOrDefault(Number(tap["column"])) : null
            : rows.SelectMany(each => (JsonArray)each!).FirstOrDefault(each => wanted.Equals(each!["callback_data"]?.ToString(), StringComparison.Ordinal));
        return button?["callback_data"]?.ToString()
            ?? throw new ApiFaultException(404, "no such button with callback data on the message");
    }

    private static int Number(JsonNode? node) =>
        (int)Math.Clamp(Numbers.Read(node?.ToString() ?? "0"), int.MinValue, int.MaxValue);
}
