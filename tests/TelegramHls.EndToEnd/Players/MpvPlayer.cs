using System.Globalization;
using System.Text.RegularExpressions;
using TelegramHls.Testing;

namespace TelegramHls.EndToEnd.Players;

/// <summary>mpv.</summary>
internal sealed partial class MpvPlayer : IPlayer
{
    public async Task<Sight> SeekAsync(Card card, bool overHls, double seconds)
    {
        using var folder = new TempDirectory();
        string said = await Run.ToEndAsync(
            folder.Path, "mpv", "--no-config", "--ao=null", "--vo=image", "--vo-image-format=png", $"--vo-image-outdir={folder.Path}", "--frames=1",
            string.Create(CultureInfo.InvariantCulture, $"--start={seconds}"),
            "--term-playing-msg=SEEN ${=time-pos} ${=duration} ${width} ${height} ${track-list/1/lang} ${track-list/2/lang} END",
            overHls ? card.Hls : card.Stream);
        Match seen = Seen().Match(said);
        seen.Success.ShouldBeTrue(said);
        return new Sight(
            await ClockFilms.NumberIn(folder.File("00000001.png")), Number(seen, 1), Number(seen, 2), (int)Number(seen, 3), (int)Number(seen, 4),
            seen.Groups[5].Value.Replace("(unavailable)", string.Empty, StringComparison.Ordinal).Trim());
    }

    private static double Number(Match match, int group) => double.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("SEEN ([0-9.]+) ([0-9.]+) ([0-9]+) ([0-9]+) (.*) END", RegexOptions.None, 1000)]
    private static partial Regex Seen();
}
