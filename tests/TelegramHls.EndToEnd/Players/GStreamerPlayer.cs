using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using TelegramHls.EndToEnd.Kit;
using TelegramHls.Testing;

namespace TelegramHls.EndToEnd.Players;

/// <summary>GStreamer's player and discoverer.</summary>
internal sealed partial class GStreamerPlayer : IPlayer
{
    public async Task<Sight> SeekAsync(Card card, bool overHls, double seconds)
    {
        string link = overHls ? card.Hls : card.Stream;
        using var folder = new TempDirectory();
        string picture = folder.File("00002.png");
        using (Process player = Run.Start(
            folder.Path, "gst-play-1.0", "--no-interactive", "--audiosink=fakesink", string.Create(CultureInfo.InvariantCulture, $"--start-position={seconds}"),
            $"--videosink=videoconvert ! pngenc ! multifilesink location={folder.File("%05d.png")}", link))
        {
            try
            {
                // The first may be one from before it went to the moment; the next one says that a picture is whole, and that it plays on.
                await Waiting.UntilAsync(() => File.Exists(folder.File("00003.png")), "pictures");
            }
            finally
            {
                player.Kill();
                await player.WaitForExitAsync();
            }
        }

        string report = await Run.ToEndAsync(folder.Path, "gst-discoverer-1.0", "-v", link);
        Match duration = Duration().Match(report);
        duration.Success.ShouldBeTrue(report);
        return new Sight(
            await ClockFilms.NumberIn(picture), null, TimeSpan.Parse(duration.Groups[1].Value, CultureInfo.InvariantCulture).TotalSeconds, Number(report, "Width"), Number(report, "Height"),
            overHls ? null : string.Join(' ', Language().Matches(report).Select(match => match.Groups[1].Value)));
    }

    private static int? Number(string report, string name) =>
        Regex.Match(report, $"^ +{name}: ([0-9]+)", RegexOptions.Multiline, TimeSpan.FromSeconds(1)) is { Success: true } match
            ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)
            : null;

    [GeneratedRegex("Duration: ([0-9]+:[0-9:]+\\.[0-9]{7})", RegexOptions.None, 1000)]
    private static partial Regex Duration();

    [GeneratedRegex("^ +Language: ([a-z]+)", RegexOptions.Multiline, 1000)]
    private static partial Regex Language();
}
