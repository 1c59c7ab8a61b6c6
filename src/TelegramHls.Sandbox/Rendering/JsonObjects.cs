using System.Text.Json.Nodes;

namespace TelegramHls.Sandbox.Rendering;

internal static class JsonObjects
{
    /// <summary>Sets the field unless there is nothing to say: what is missing is an absent key, never null.</summary>
    public static JsonObject With(this JsonObject target, string name, JsonNode? value)
    {
        if (value is not null)
        {
            target[name] = value;
        }

        return target;
    }

    /// <summary>Sets the field to true, or leaves it out.</summary>
    public static JsonObject WithFlag(this JsonObject target, string name, bool value) =>
        value ? target.With(name, true) : target;

    public static JsonArray ToArray(this IEnumerable<JsonNode> items) => new([.. items]);
}
