using System.Globalization;
using static TelegramHls.Testing.Playlists.PlaylistRuleException;

namespace TelegramHls.Testing.Playlists;

/// <summary>The lines of a playlist: tags with what follows their colon, and URIs (RFC 8216, 4.1 and 4.3.1).</summary>
internal sealed class PlaylistLines
{
    private readonly HashSet<string> _once = new(StringComparer.Ordinal);

    /// <exception cref="PlaylistRuleException">The text is no playlist.</exception>
    public PlaylistLines(string text)
    {
        Demand(!text.StartsWith('\uFEFF'), "4.1", "A byte order mark is in front.");
        Demand(text.EndsWith('\n'), "4.1", "The last line does not end.");
        string[] lines = text.Replace("\r\n", "\n", StringComparison.Ordinal)[..^1].Split('\n');
        Demand(lines[0] == "#EXTM3U", "4.3.1.1", "The first line is not #EXTM3U.");
        foreach (string line in lines.Skip(1))
        {
            Demand(!line.Any(char.IsControl), "4.1", $"A control character is in '{line}'.");
            Demand(line.Normalize() == line, "4.1", $"'{line}' is not normalised.");
            Demand(line != "#EXTM3U", "4.3.1.1", "#EXTM3U comes again.");
            if (line.StartsWith("#EXT", StringComparison.Ordinal))
            {
                int colon = line.IndexOf(':', StringComparison.Ordinal);
                Lines.Add(colon < 0 ? (line[1..], string.Empty) : (line[1..colon], line[(colon + 1)..]));
            }
            else if (line.Length > 0 && line[0] != '#')
            {
                Demand(Uri.TryCreate(line, UriKind.RelativeOrAbsolute, out _) && !line.Contains(' ', StringComparison.Ordinal), "4.1", $"'{line}' is no URI.");
                Lines.Add((null, line));
            }
        }
    }

    /// <summary>Name of the tag, or null for a URI, and the rest.</summary>
    public List<(string? Tag, string Value)> Lines { get; } = [];

    /// <summary>Notes a tag that may come only once.</summary>
    public void Once(string tag, string clause) => Demand(_once.Add(tag), clause, $"{tag} comes twice.");

    /// <summary>True once <see cref="Once"/> has noted the tag.</summary>
    public bool Has(string tag) => _once.Contains(tag);

    /// <summary>A whole number that is all of a tag's value.</summary>
    public static int Whole(string tag, string value, string clause)
    {
        Demand(value.Length > 0 && value.All(char.IsAsciiDigit), clause, $"{tag} says '{value}'.");
        return int.Parse(value, CultureInfo.InvariantCulture);
    }
}
