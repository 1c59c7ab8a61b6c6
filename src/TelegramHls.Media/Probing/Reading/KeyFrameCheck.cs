using System.Globalization;
using TelegramHls.Media.Processes;

namespace TelegramHls.Media.Probing.Reading;

/// <summary>
/// Measures groups of pictures at a few places of a film, without reading the rest: at each from one key frame to the next.
/// </summary>
internal static class KeyFrameCheck
{
    // Beyond this a group is too long whatever its end: reading on would tell nothing.
    private static readonly TimeSpan Enough = TimeSpan.FromSeconds(25);

    // No two pictures lie so far apart: there the clock of a recording jumped.
    private const double Jump = 10;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    // The end is left out: the last group is shorter than the others.
    private static readonly double[] Places = [0, 0.2, 0.4, 0.6, 0.8];

    /// <summary>The longest group that was found; null when none was, or when reading took too long.</summary>
    /// <param name="ffprobe">Path of the program.</param>
    /// <param name="path">The file.</param>
    /// <param name="film">Its stream of pictures.</param>
    /// <param name="facts">The file's start and duration.</param>
    /// <param name="clock">Ends the wait for a slow disk.</param>
    /// <param name="cancellationToken">Kills ffprobe.</param>
    public static async Task<TimeSpan?> RunAsync(
        string ffprobe, string path, StreamFacts film, MediaFacts facts, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        double[] places = facts.Duration is { } duration ? [.. Places.Select(share => share * duration.TotalSeconds)] : [0];
        double? longest = (await Task.WhenAll(places.Select(MeasureInTimeAsync))).Max();
        return longest is > 0 and var seconds ? TimeSpan.FromSeconds(seconds) : null;

        async Task<double?> MeasureInTimeAsync(double place)
        {
            try
            {
                return await MeasureAsync(ffprobe, path, film.Index, facts.Start.TotalSeconds + place, limit.Token);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                // The other places are better than nothing, and segments are cut without any too.
                return null;
            }
        }
    }

    private static async Task<double?> MeasureAsync(
        string ffprobe, string path, int stream, double at, CancellationToken cancellationToken)
    {
        string from = at.ToString("0.###", CultureInfo.InvariantCulture);
        string[] arguments =
        [
            "-v", "quiet", .. SafeSource.InputOptions(), "-select_streams", $"{stream}", "-show_entries", "packet=pts_time,dts_time,flags",
            "-read_intervals", $"{from}%+{(2 * Enough).TotalSeconds:0}", "-of", "csv=p=0", path,
        ];
        await using FFmpegProcess process = FFmpegProcess.Start(ffprobe, arguments, static _ => { });
        await using CancellationTokenRegistration stop = cancellationToken.Register(process.Kill);
        using var reader = new StreamReader(process.Output);
        double? key = null;
        double? before = null;
        double group = 0;
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            string[] fields = line.Split(',');
            if (fields.Length < 3 || (Seconds(fields[0]) ?? Seconds(fields[1])) is not { } time)
            {
                continue;
            }

            key = Math.Abs(time - (before ?? time)) > Jump ? null : key;
            before = time;
            group = Math.Max(group, time - (key ?? time));
            bool isKey = fields[2].StartsWith('K');
            if (key is not null && (isKey || group > Enough.TotalSeconds))
            {
                return group;
            }

            key ??= isKey ? time : null;
        }

        return key is null && group == 0 ? null : group;
    }

    private static double? Seconds(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double seconds) ? seconds : null;
}
