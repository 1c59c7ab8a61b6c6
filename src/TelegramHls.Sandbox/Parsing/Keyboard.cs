using System.Text;
using System.Text.Json.Nodes;
using TelegramHls.Sandbox.Http;

namespace TelegramHls.Sandbox.Parsing;

/// <summary>Checks a reply markup and keeps the rows of an inline keyboard; other markups leave no trace on a message.</summary>
internal static class Keyboard
{
    private const int LongestCallback = 64;
    private const int MostButtons = 100;

    /// <summary>JSON text of the rows; null without an inline keyboard or with an empty one.</summary>
    public static string? Parse(Parameters parameters, bool privateChat)
    {
        JsonNode? markup = parameters.Json("reply_markup", "can't parse reply keyboard markup JSON object");
        if (markup is null)
        {
            return null;
        }

        if (markup is not JsonObject fields)
        {
            throw ApiFaultException.BadRequest("object expected as reply markup");
        }

        if (fields["inline_keyboard"] is not { } rows)
        {
            return null;
        }

        if (rows is not JsonArray rowArray)
        {
            throw ApiFaultException.BadRequest("field \"inline_keyboard\" must be of type Array");
        }

        var kept = new JsonArray();
        foreach (JsonNode? row in rowArray)
        {
            if (row is not JsonArray buttons)
            {
                throw ApiFaultException.BadRequest("can't parse inline keyboard: expected an Array of Arrays");
            }

            if (buttons.Count > 0)
            {
                kept.Add(new JsonArray([.. buttons.Select(button => (JsonNode)Button(button, privateChat))]));
            }
        }

        if (kept.Sum(row => ((JsonArray)row!).Count) > MostButtons)
        {
            throw ApiFaultException.BadRequest("reply markup is too long");
        }

        return kept.Count == 0 ? null : kept.ToJsonString();
    }

    private static JsonObject Button(JsonNode? node, bool privateChat)
    {
        if (node is not JsonObject button)
        {
            throw ApiFaultException.BadRequest("can't parse inline keyboard button: expected an Object");
        }

        string text = TextOf(button, "text")
            ?? throw ApiFaultException.BadRequest("can't parse inline keyboard button: can't find field \"text\"");
        var kept = new JsonObject { ["text"] = text };
        if (TextOf(button, "url") is { } url)
        {
            kept["url"] = ButtonUrl.Check(url)
                ?? throw ApiFaultException.BadRequest($"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL");
        }
        else if (TextOf(button, "callback_data") is { } data)
        {
            kept["callback_data"] = Encoding.UTF8.GetByteCount(data) is >= 1 and <= LongestCallback
                ? data
                : throw ApiFaultException.BadRequest("BUTTON_DATA_INVALID");
        }
        else if (button["web_app"] is JsonObject app)
        {
            string address = TextOf(app, "url") ?? string.Empty;
            if (!address.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
            {
                throw ApiFaultException.BadRequest(
                    $"inline keyboard button Web App URL '{address}' is invalid: Only HTTPS links are allowed");
            }

            kept["web_app"] = privateChat
                ? new JsonObject { ["url"] = ButtonUrl.Check(address) ?? address }
                : throw ApiFaultException.BadRequest("BUTTON_TYPE_INVALID");
        }
        else
        {
            string? other = OtherKinds.FirstOrDefault(button.ContainsKey);
            kept[other ?? throw TextButton()] = button[other]?.DeepClone();
        }

        return kept;
    }

    private static readonly string[] OtherKinds =
        ["switch_inline_query", "switch_inline_query_current_chat", "login_url", "copy_text", "pay"];

    private static ApiFaultException TextButton() => ApiFaultException.BadRequest(
        "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");

    private static string? TextOf(JsonObject fields, string name) => fields[name]?.ToString();
}
