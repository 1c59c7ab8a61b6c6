using System.Globalization;
using System.Text.RegularExpressions;
using TelegramHls.Testing;

namespace TelegramHls.EndToEnd.Players;

/// <summary>VLC; what it knows of a film stands in its log.</summary>
internal sealed partial class VlcPlayer : IPlayer
{
    // Over HLS its first pictures are those from the segment's beginning on; so it goes to a while before, and its last one counts.
    private const int Played = 2;

    public async Task<Sight> SeekAsync(Card card, bool overHls, double seconds)
    {
        using var folder = new TempDirectory();
        string said = await Run.ToEndAsync(
            folder.Path, "cvlc", "-vv", "-I", "dummy", "--no-video-title-show", "--vout", "dummy", "--aout", "dummy", "--play-and-exit",
            $"--run-time={Played}", string.Create(CultureInfo.InvariantCulture, $"--start-time={seconds - Played}"),
            "--video-filter=scene", $"--scene-path={folder.Path}", "--scene-prefix=s", "--scene-format=png", "--scene-ratio=1",
            overHls ? card.Hls : card.Stream);
        string[] pictures = [.. Directory.GetFiles(folder.Path, "s*.png").Order(StringComparer.Ordinal)];
        pictures.ShouldNotBeEmpty(said.Length > 4000 ? said[^4000..] : said);
        string languages = string.Join(' ', Track().Matches(said).Select(match => match.Groups[1].Value));
        return new Sight(await ClockFilms.NumberIn(pictures[^1]), null, null, null, null, overHls ? null : languages);
    }

    [GeneratedRegex("adding track\\[Id 0x[0-9a-f]+\\] audio \\([a-z]+\\) language ([a-z]+)", RegexOptions.None, 1000)]
    private static partial Regex Track();
}
