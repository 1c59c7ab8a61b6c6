using System.Collections.Frozen;

namespace TelegramHls.Media.Processes;

/// <summary>Reads what <c>ffmpeg -codecs</c> and <c>-filters</c> print: letters that tell what it can do, then a name.</summary>
internal static class CodecList
{
    private const int Flags = 6;

    /// <summary>The names of the codecs whose first letter is <c>D</c>: decoding supported.</summary>
    public static FrozenSet<string> Decoders(IEnumerable<string> lines) => lines
        .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .Where(words => words is [{ Length: Flags } flags, not "=", ..] && flags[0] == 'D')
        .Select(words => words[1])
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The names of the filters; behind a name stands what goes in and out, as in <c>V->V</c>.</summary>
    public static FrozenSet<string> Filters(IEnumerable<string> lines) => lines
        .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .Where(words => words.Length > 2 && words[2].Contains("->", StringComparison.Ordinal))
        .Select(words => words[1])
        .ToFrozenSet(StringComparer.Ordinal);
}
