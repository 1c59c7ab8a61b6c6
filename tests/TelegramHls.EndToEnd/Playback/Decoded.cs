using TelegramHls.Testing;

namespace TelegramHls.EndToEnd.Playback;

/// <summary>What ffmpeg decodes: one line of hashes for each picture, one hash for all sound of a track.</summary>
public static class Decoded
{
    /// <summary>Presentation time in seconds since the first picture (to the millisecond) and MD5, for each picture.</summary>
    public static async Task<string[]> PicturesAsync(string input)
    {
        string report = await Command.RunAsync(
            "ffmpeg", "-v", "error", "-i", input, "-map", "0:v:0", "-fps_mode", "passthrough", "-enc_time_base", "1:90000", "-f", "framemd5", "-");
        string[][] pictures = [.. report.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => !line.StartsWith('#'))
            .Select(line => line.Split(',', StringSplitOptions.TrimEntries))];
        long first = long.Parse(pictures[0][2]);
        return [.. pictures.Select(fields => $"{Math.Round((long.Parse(fields[2]) - first) / 90.0)} ms {fields[5]}")];
    }

    /// <summary>MD5 of all samples of a sound track.</summary>
    /// <param name="input">A path or an address.</param>
    /// <param name="track">Which of the sound tracks, from 0.</param>
    /// <param name="withPriming">
    /// Also the samples before the film's beginning that an AAC decoder needs for its first frame. An edit list hides them
    /// in the source and behind the stream link; fragments of HLS have no edit list and show them, 21 ms early.
    /// </param>
    public static Task<string> SoundAsync(string input, int track, bool withPriming)
    {
        string[] choice = withPriming ? ["-ignore_editlist", "1"] : [];
        return Command.RunAsync("ffmpeg", ["-v", "error", .. choice, "-i", input, "-map", $"0:a:{track}", "-f", "md5", "-"]);
    }

    /// <summary>As <see cref="SoundAsync"/>, of an HLS playlist, which has nothing but the samples.</summary>
    public static Task<string> SoundOfPlaylistAsync(string address, int track) =>
        Command.RunAsync("ffmpeg", "-v", "error", "-i", address, "-map", $"0:a:{track}", "-f", "md5", "-");

    /// <summary>Milliseconds from the first picture to the first sample that is to be heard.</summary>
    public static async Task<double> SoundDelayAsync(string input, int primingSamples)
    {
        string report = await Command.RunAsync(
            "ffprobe", "-v", "error", "-show_entries", "stream=codec_type,start_time,sample_rate", "-of", "compact=nk=1:p=0", input);
        string[][] streams = [.. report.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('|'))];
        double pictures = double.Parse(streams.First(fields => fields[0] == "video")[^1]);
        string[] sound = streams.First(fields => fields[0] == "audio");
        return Math.Round(1000 * (double.Parse(sound[^1]) - pictures + (primingSamples / double.Parse(sound[1]))), 1);
    }
}
