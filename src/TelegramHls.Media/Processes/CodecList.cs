using System.Collections.Frozen;

namespace TelegramHls.Media.Processes;

/// <summary>Reads what <c>ffmpeg -codecs</c> prints: six letters that tell what it can do with a codec, then its name.</summary>
internal static class CodecList
{
    private const int Flags = 6;

    /// <summary>The names of the codecs whose first letter is <c>D</c>: decoding supported.</summary>
    public static FrozenSet<string> Decoders(IEnumerable<string> lines) => lines
        .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .Where(words => words is [{ Length: Flags } flags, not "=", ..] && flags[0] == 'D')
        .Select(words => words[1])
        .ToFrozenSet(StringComparer.Ordinal);
}
