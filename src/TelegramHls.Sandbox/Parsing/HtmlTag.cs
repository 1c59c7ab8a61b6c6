using System.Text;
using TelegramHls.Sandbox.Records;

namespace TelegramHls.Sandbox.Parsing;

/// <summary>An open tag and where its text began (UTF-16 units).</summary>
internal sealed record HtmlTag(string Name, int Offset)
{
    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        ["b"] = "bold",
        ["strong"] = "bold",
        ["i"] = "italic",
        ["em"] = "italic",
        ["u"] = "underline",
        ["ins"] = "underline",
        ["s"] = "strikethrough",
        ["strike"] = "strikethrough",
        ["del"] = "strikethrough",
        ["tg-spoiler"] = "spoiler",
        ["span"] = "spoiler",
        ["a"] = "text_link",
        ["code"] = "code",
        ["pre"] = "pre",
        ["blockquote"] = "blockquote",
        ["tg-emoji"] = "custom_emoji",
        ["tg-time"] = "date_time",
    };

    public Dictionary<string, string> Attributes { get; } = new(StringComparer.Ordinal);

    public static bool Known(string name) => Types.ContainsKey(name);

    public string? Attribute(string name) => Attributes.GetValueOrDefault(name);

    /// <summary>Adds the entity of the tag, if it holds text.</summary>
    public void Close(StringBuilder text, List<TextEntity> entities)
    {
        int length = text.Length - Offset;
        if (length == 0)
        {
            return;
        }

        var entity = new TextEntity(Types[Name], Offset, length);
        switch (Name)
        {
            case "a":
                AddLink(text.ToString(Offset, length), entity, entities);
                break;
            case "code" or "pre":
                // Monospaced text holds no other formatting; <pre><code class="language-x"> names a language.
                TextEntity? inner = entities.Find(each => each.Type is "code" && each.Offset == Offset
                    && each.Length == length);
                entities.RemoveAll(each => each.Offset >= Offset);
                string? language = Name is "code" ? LanguageOf(Attribute("class")) : inner?.Language;
                entities.Add(entity with { Language = language });
                break;
            case "blockquote" when Attributes.ContainsKey("expandable"):
                entities.Add(entity with { Type = "expandable_blockquote" });
                break;
            case "tg-emoji":
                entities.Add(entity with { CustomEmoji = Attribute("emoji-id") });
                break;
            default:
                entities.Add(entity);
                break;
        }
    }

    private static string? LanguageOf(string? type) =>
        type?.StartsWith("language-", StringComparison.Ordinal) == true ? type["language-".Length..] : null;

    private void AddLink(string text, TextEntity entity, List<TextEntity> entities)
    {
        const string mention = "tg://user?id=";
        string address = Attribute("href") is { Length: > 0 } href ? href : text;
        if (address.StartsWith(mention, StringComparison.OrdinalIgnoreCase))
        {
            entities.Add(entity with { Type = "text_mention", User = Numbers.Read(address[mention.Length..]) });
        }
        else if (ButtonUrl.Check(address) is { } url)
        {
            entities.Add(entity with { Url = url });
        }
    }
}
