using System.Globalization;
using System.Text.RegularExpressions;
using static TelegramHls.Testing.Playlists.PlaylistRuleException;

namespace TelegramHls.Testing.Playlists;

/// <summary>The attributes of a tag, read as strictly as RFC 8216, 4.2 writes them.</summary>
public sealed partial class AttributeList
{
    private const string Clause = "4.2";
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);
    private readonly string _tag;

    /// <summary>Reads the text after a tag's colon.</summary>
    /// <exception cref="PlaylistRuleException">It is not an attribute list.</exception>
    public AttributeList(string tag, string text)
    {
        _tag = tag;
        for (int at = 0; at < text.Length;)
        {
            Match match = Attribute().Match(text, at);
            Demand(match.Success && match.Index == at, Clause, $"'{text[at..]}' of {tag} is no attribute.");
            Demand(_values.TryAdd(match.Groups["name"].Value, match.Groups["value"].Value), Clause, $"{match.Groups["name"]} comes twice in {tag}.");
            at += match.Length;
            Demand(at < text.Length || !match.Value.EndsWith(','), Clause, $"{tag} ends with a comma.");
        }

        Demand(_values.Count > 0, Clause, $"{tag} has no attributes.");
    }

    /// <summary>True when the attribute is there.</summary>
    public bool Has(string name) => Find(name) is not null;

    /// <summary>A quoted string without its quotation marks; null when it is not there.</summary>
    public string? Quoted(string name) => Typed(name, QuotedString(), "a quoted string")?[1..^1];

    /// <summary>A word out of a few; null when it is not there.</summary>
    public string? Word(string name, params string[] allowed)
    {
        string? word = Typed(name, Enumerated(), "an enumerated string");
        Demand(word is null || allowed.Contains(word, StringComparer.Ordinal), Clause, $"{name} of {_tag} may not be {word}.");
        return word;
    }

    /// <summary>True for YES, false for NO and when it is not there.</summary>
    public bool IsYes(string name) => Word(name, "YES", "NO") == "YES";

    /// <summary>A whole number up to 2^64-1; null when it is not there.</summary>
    public ulong? Whole(string name) =>
        Typed(name, Decimal(), "a decimal integer") is { } text ? ulong.Parse(text, CultureInfo.InvariantCulture) : null;

    /// <summary>A number; null when it is not there.</summary>
    public double? Number(string name) =>
        Typed(name, Floating(), "a decimal number") is { } text ? double.Parse(text, CultureInfo.InvariantCulture) : null;

    /// <summary>Width and height; null when it is not there.</summary>
    public (int Width, int Height)? Size(string name)
    {
        string[]? sides = Typed(name, Resolution(), "a resolution")?.Split('x');
        return sides is null ? null : (int.Parse(sides[0], CultureInfo.InvariantCulture), int.Parse(sides[1], CultureInfo.InvariantCulture));
    }

    /// <summary>Says that all attributes of this tag have been asked for.</summary>
    /// <exception cref="PlaylistRuleException">There are others.</exception>
    public void ShouldHaveNoOthers()
    {
        string[] others = [.. _values.Keys.Except(_asked, StringComparer.Ordinal)];
        Demand(others.Length == 0, Clause, $"{_tag} has no attribute {string.Join(", ", others)}.");
    }

    private string? Find(string name)
    {
        _asked.Add(name);
        return _values.GetValueOrDefault(name);
    }

    private string? Typed(string name, Regex type, string words)
    {
        string? text = Find(name);
        Demand(text is null || type.IsMatch(text), Clause, $"{name} of {_tag} is not {words}: {text}");
        return text;
    }

    [GeneratedRegex("(?<name>[A-Z0-9-]+)=(?<value>\"[^\"\r\n]*\"|[^\",\\s]+)(,|$)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Attribute();

    [GeneratedRegex("^\"[^\"]*\"$", RegexOptions.None, 1000)]
    private static partial Regex QuotedString();

    [GeneratedRegex("^[^\",\\s]+$", RegexOptions.None, 1000)]
    private static partial Regex Enumerated();

    [GeneratedRegex("^[0-9]{1,20}$", RegexOptions.None, 1000)]
    private static partial Regex Decimal();

    [GeneratedRegex("^-?[0-9]+(\\.[0-9]+)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Floating();

    [GeneratedRegex("^[0-9]+x[0-9]+$", RegexOptions.None, 1000)]
    private static partial Regex Resolution();
}
