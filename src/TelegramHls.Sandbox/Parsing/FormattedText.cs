using System.Text;
using System.Text.Json.Nodes;
using TelegramHls.Sandbox.Http;
using TelegramHls.Sandbox.Records;

namespace TelegramHls.Sandbox.Parsing;

/// <summary>Text or caption of a call with its entities, trimmed, its length checked in characters.</summary>
internal sealed record FormattedText(string Text, IReadOnlyList<TextEntity> Entities)
{
    private const int LongestRaw = 32_768;
    private const int LongestText = 4096;
    private const int LongestCaption = 1024;

    public static FormattedText Empty { get; } = new(string.Empty, []);

    public static FormattedText ReadText(Parameters parameters)
    {
        string raw = parameters.Text("text");
        if (raw.Length == 0)
        {
            throw ApiFaultException.BadRequest("message text is empty");
        }

        FormattedText text = Parse(raw, parameters.Text("parse_mode"), Listed(parameters, "entities"));
        if (text.Text.Length == 0)
        {
            throw ApiFaultException.BadRequest("text must be non-empty");
        }

        return Characters(text.Text) <= LongestText ? text : throw ApiFaultException.BadRequest("message is too long");
    }

    public static FormattedText ReadCaption(Parameters parameters) => CheckCaption(
        Parse(parameters.Text("caption"), parameters.Text("parse_mode"), Listed(parameters, "caption_entities")));

    /// <summary>The caption of an item of an album or of new media.</summary>
    public static FormattedText ReadCaption(JsonObject media) => CheckCaption(Parse(
        media["caption"]?.ToString() ?? string.Empty,
        media["parse_mode"]?.ToString() ?? string.Empty,
        media["caption_entities"]));

    public static FormattedText Parse(string raw, string mode, JsonNode? listed)
    {
        if (Encoding.UTF8.GetByteCount(raw) > LongestRaw)
        {
            throw ApiFaultException.BadRequest("text is too long");
        }

        (string text, List<TextEntity> entities) = mode.ToUpperInvariant() switch
        {
            "" or "NONE" => (raw, EntityList.Read(listed)),
            "HTML" => HtmlText.Parse(raw),
            _ => throw ApiFaultException.BadRequest("unsupported parse_mode"),
        };
        return Trim(text.Replace("\r\n", "\n", StringComparison.Ordinal), entities);
    }

    private static JsonNode? Listed(Parameters parameters, string name) =>
        parameters.Json(name, "can't parse entities JSON object");

    private static FormattedText CheckCaption(FormattedText caption) =>
        Characters(caption.Text) <= LongestCaption
            ? caption
            : throw ApiFaultException.BadRequest("message caption is too long");

    private static int Characters(string text) => text.EnumerateRunes().Count();

    private static FormattedText Trim(string text, List<TextEntity> entities)
    {
        int start = text.Length - text.TrimStart().Length;
        string trimmed = text.Trim();
        var kept = new List<TextEntity>();
        foreach (TextEntity entity in entities)
        {
            int begin = Math.Clamp(entity.Offset - start, 0, trimmed.Length);
            int end = Math.Clamp(entity.Offset + entity.Length - start, 0, trimmed.Length);
            if (end > begin)
            {
                kept.Add(entity with { Offset = begin, Length = end - begin });
            }
        }

        return new FormattedText(trimmed, [.. kept.OrderBy(each => each.Offset).ThenByDescending(each => each.Length)]);
    }
}
