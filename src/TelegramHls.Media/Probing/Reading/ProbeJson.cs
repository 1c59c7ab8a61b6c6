using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;

namespace TelegramHls.Media.Probing.Reading;

/// <summary>Turns ffprobe's JSON into facts. Numbers arrive as text, and any of them may be missing.</summary>
internal static class ProbeJson
{
    private static readonly TimeSpan LateStart = TimeSpan.FromMinutes(1);

    public static MediaFacts Read(JsonElement root, long size, FrozenSet<string> decoders)
    {
        JsonElement format = root.GetProperty("format");
        Dictionary<int, List<TimeSpan>> opening = Opening(root);
        return FromItsStart(new MediaFacts(
            Text(format, "format_name") ?? "unknown",
            Time(format, "duration"),
            Time(format, "start_time") ?? TimeSpan.Zero,
            size,
            Number(format, "bit_rate"),
            [.. Array(root, "streams").Select(stream => Stream(root, stream, opening, decoders))],
            [.. Array(root, "chapters").Select(Chapter)]));
    }

    // Matroska's muxers count durations from time stamp 0, however late a recording begins.
    private static MediaFacts FromItsStart(MediaFacts facts) =>
        facts.Start < LateStart || !facts.Container.Contains("matroska", StringComparison.Ordinal)
            ? facts
            : facts with
            {
                Duration = Since(facts.Start, facts.Duration),
                Streams = [.. facts.Streams.Select(stream => stream with { Duration = Since(stream.Start ?? facts.Start, stream.Duration) })],
            };

    private static TimeSpan? Since(TimeSpan start, TimeSpan? duration) => duration > start ? duration - start : duration;

    private static StreamFacts Stream(
        JsonElement root, JsonElement stream, Dictionary<int, List<TimeSpan>> opening, FrozenSet<string> decoders)
    {
        int index = (int)(Number(stream, "index") ?? 0);
        StreamKind kind = Text(stream, "codec_type") switch
        {
            "video" => StreamKind.Video,
            "audio" => StreamKind.Audio,
            "subtitle" => StreamKind.Subtitle,
            "attachment" => StreamKind.Attachment,
            _ => StreamKind.Data,
        };
        string codec = Text(stream, "codec_name") ?? "unknown";
        string? language = Tag(stream, "language");
        List<TimeSpan> times = opening.GetValueOrDefault(index, []);
        return new StreamFacts(
            index,
            kind,
            codec,
            Text(stream, "profile"),
            (int?)Number(stream, "level"),
            language is "und" or "" ? null : language,
            Tag(stream, "title"),
            Time(stream, "start_time"),
            times.Count > 0 ? times[0] : null,
            Time(stream, "duration") ?? Clock(Tag(stream, "DURATION")),
            Number(stream, "bit_rate"),
            Disposition(stream),
            kind == StreamKind.Video ? ProbeVideo.Read(stream) : null,
            kind == StreamKind.Audio ? Audio(stream) : null,
            decoders.Contains(codec),
            times.Count > 2 ? times[2] - times[0] : null,
            LongestGroup: null,
            IsUntimed(root, index));
    }

    // Matroska has no place for it; what writes such files says it in a tag, as in 01:23:45.678000000.
    private static TimeSpan? Clock(string? text) =>
        text?.Split(':') is [var hours, var minutes, var seconds]
        && int.TryParse(hours, NumberStyles.None, CultureInfo.InvariantCulture, out int h) && h < 8760
        && int.TryParse(minutes, NumberStyles.None, CultureInfo.InvariantCulture, out int m) && m < 60
        && double.TryParse(seconds, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double s) && s < 60
            ? new TimeSpan(h, m, 0) + TimeSpan.FromSeconds(s)
            : null;

    private static AudioFacts Audio(JsonElement stream) => new(
        (int)(Number(stream, "channels") ?? 0), Text(stream, "channel_layout"), (int)(Number(stream, "sample_rate") ?? 0));

    private static StreamDisposition Disposition(JsonElement stream)
    {
        bool Has(string name) => stream.TryGetProperty("disposition", out JsonElement marks) && Number(marks, name) == 1;
        return new StreamDisposition(
            Has("default"), Has("forced"), Has("attached_pic"), Has("hearing_impaired"), Has("visual_impaired"), Has("comment"));
    }

    private static ChapterFacts Chapter(JsonElement chapter) => new(
        Time(chapter, "start_time") ?? TimeSpan.Zero, Time(chapter, "end_time") ?? TimeSpan.Zero, Tag(chapter, "title"));

    // When the first packets of each stream are decoded, in order.
    private static Dictionary<int, List<TimeSpan>> Opening(JsonElement root)
    {
        var opening = new Dictionary<int, List<TimeSpan>>();
        foreach (JsonElement packet in Array(root, "packets"))
        {
            if (Number(packet, "stream_index") is { } index && Time(packet, "dts_time") is { } time)
            {
                opening.TryAdd((int)index, []);
                opening[(int)index].Add(time);
            }
        }

        foreach (List<TimeSpan> times in opening.Values)
        {
            times.Sort();
        }

        return opening;
    }

    // Containers such as AVI tell at most when a packet is decoded.
    private static bool IsUntimed(JsonElement root, int stream)
    {
        bool[] timed = [.. Array(root, "packets").Where(packet => Number(packet, "stream_index") == stream).Select(packet => Time(packet, "pts_time") is not null)];
        return timed.Count(isTimed => !isTimed) > timed.Length / 2;
    }

    public static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    public static long? Number(JsonElement element, string name) =>
        !element.TryGetProperty(name, out JsonElement value) ? null
        : value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out long number) ? number
        : value.ValueKind == JsonValueKind.String && long.TryParse(value.GetString(), out long parsed) ? parsed
        : null;

    public static IEnumerable<JsonElement> Array(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Array
            ? value.EnumerateArray()
            : [];

    private static string? Tag(JsonElement element, string name) =>
        element.TryGetProperty("tags", out JsonElement tags) ? Text(tags, name) ?? Text(tags, name.ToUpperInvariant()) : null;

    // A year of seconds bounds what a damaged file can claim; beyond it a time stamp is noise.
    private static TimeSpan? Time(JsonElement element, string name) =>
        double.TryParse(Text(element, name), NumberStyles.Float, CultureInfo.InvariantCulture, out double seconds)
        && Math.Abs(seconds) < 366d * 86_400
            ? TimeSpan.FromTicks((long)Math.Round(seconds * TimeSpan.TicksPerSecond))
            : null;
}
