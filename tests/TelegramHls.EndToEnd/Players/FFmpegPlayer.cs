using System.Globalization;
using System.Text.Json;
using TelegramHls.Testing;

namespace TelegramHls.EndToEnd.Players;

/// <summary>ffmpeg and ffprobe, and with them much that is built on libavformat.</summary>
internal sealed class FFmpegPlayer : IPlayer
{
    public async Task<Sight> SeekAsync(Card card, bool overHls, double seconds)
    {
        string link = overHls ? card.Hls : card.Stream;
        using var folder = new TempDirectory();
        string picture = folder.File("seen.png");
        // libavformat before 7.1 cannot go to a moment of segments in fMP4 and ends with nothing: play up to it.
        string at = seconds.ToString(CultureInfo.InvariantCulture);
        string[] input = overHls ? ["-i", link, "-ss", at] : ["-ss", at, "-i", link];
        await Command.RunAsync("ffmpeg", ["-v", "error", .. input, "-map", "0:v:0", "-frames:v", "1", picture]);
        JsonElement report = JsonSerializer.Deserialize<JsonElement>(await Command.RunAsync(
            "ffprobe", "-v", "error", "-show_entries", "format=duration:stream=codec_type,width,height:stream_tags=language", "-of", "json", link));
        JsonElement[] streams = [.. report.GetProperty("streams").EnumerateArray()];
        JsonElement video = streams.First(stream => stream.GetProperty("codec_type").GetString() == "video");
        IEnumerable<string> languages = streams.Where(stream => stream.GetProperty("codec_type").GetString() == "audio")
            .Select(stream => stream.TryGetProperty("tags", out JsonElement tags) && tags.TryGetProperty("language", out JsonElement tag) ? tag.GetString()! : "und");
        return new Sight(
            await ClockFilms.NumberIn(picture), null,
            double.Parse(report.GetProperty("format").GetProperty("duration").GetString()!, CultureInfo.InvariantCulture),
            video.GetProperty("width").GetInt32(), video.GetProperty("height").GetInt32(), overHls ? null : string.Join(' ', languages));
    }
}
