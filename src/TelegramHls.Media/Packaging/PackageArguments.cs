using System.Globalization;
using TelegramHls.Media.Encoders;
using TelegramHls.Media.Encoders.Hardware;
using TelegramHls.Media.Planning;
using TelegramHls.Media.Processes;

namespace TelegramHls.Media.Packaging;

/// <summary>Writes ffmpeg's arguments for a plan.</summary>
internal static class PackageArguments
{
    private const string MoveFlags =
        "+frag_keyframe+delay_moov+default_base_moof+frag_discont+separate_moof+skip_trailer";

    /// <summary>The whole command but for the program. Only the plan and the name of the source decide.</summary>
    public static IEnumerable<string> For(PackagePlan plan, string source) =>
    [
        "-v", "error", "-nostats", "-progress", "pipe:2", "-nostdin",
        .. Threads(plan), "-filter_threads", .. Threads(plan).Skip(1), .. Reading(plan), .. Hardware(plan), .. SafeSource.InputOptions(), "-i", source,
        .. plan.Tracks.SelectMany(track => new[] { "-map", $"0:{track.SourceIndex}" }),
        // Titles, places and chapters of the source are ours to keep, not the stream's; chapters would become a track.
        "-map_metadata", "-1", "-map_chapters", "-1",
        .. plan.Tracks.SelectMany(Track),
        .. Threads(plan),
        // Until the first sound is encoded, all else waits: 128 packets would be too few for a sound that begins late.
        "-max_muxing_queue_size", "8192",
        "-strict", "experimental",
        // Real start times go into tfdt, no edit list: the only recipe that kept sound and picture in step everywhere.
        "-avoid_negative_ts", "disabled", "-output_ts_offset", Seconds(plan.Offset), "-use_editlist", "0",
        "-movflags", MoveFlags,
        "-frag_duration", ((long)plan.FragmentDuration.TotalMicroseconds).ToString(CultureInfo.InvariantCulture),
        "-f", "mp4", "pipe:1",
    ];

    // For copied packets: times, which containers such as AVI do not tell, and where a file may be cut off, nothing of a packet that is
    // half there. Streams have no such place: there ffmpeg would drop what plays. A decoder makes more of both by itself.
    private static string[] Reading(PackagePlan plan) =>
        plan.Tracks.Any(track => track.PictureEncoding is not null) ? []
        : ["-fflags", plan.Promised is null ? "+genpts" : "+genpts+discardcorrupt"];

    private static IEnumerable<string> Track(PlannedTrack track, int index)
    {
        foreach (string argument in Codec(track, index))
        {
            yield return argument;
        }

        if (track.Tag is not null)
        {
            yield return $"-tag:{index}";
            yield return track.Tag;
        }

        if (track.BitstreamFilter is not null)
        {
            yield return $"-bsf:{index}";
            yield return track.BitstreamFilter;
        }

        if (track.Language is { Length: 3 } language && language.All(char.IsAsciiLetterLower))
        {
            yield return $"-metadata:s:{index}";
            yield return $"language={language}";
        }
    }

    private static string[] Hardware(PackagePlan plan) => HardwarePlan.In(plan) is { } use
        ? [.. HardwareArguments.Open(use.Device), .. use.Decodes ? HardwareArguments.Decode(use.Device) : []]
        : [];

    private static IEnumerable<string> Codec(PlannedTrack track, int index) => track switch
    {
        { Action: TrackAction.Copy } => [$"-c:{index}", "copy"],
        { PictureEncoding: { } pictures } => EncoderArguments.For(pictures, index),
        { SoundEncoding: { } sound } => EncoderArguments.For(sound, index),
        _ => throw new NotSupportedException($"{track.Action} is not known."),
    };

    private static string[] Threads(PackagePlan plan) => ["-threads", plan.Threads.ToString(CultureInfo.InvariantCulture)];

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.######", CultureInfo.InvariantCulture);
}
