using System.Globalization;
using TelegramHls.Media.Probing;

namespace TelegramHls.Media.Tests.Planning;

/// <summary>
/// Facts from a few words: a container with <c>start=</c> and <c>duration=</c>, and streams of a codec with what it has, as in
/// <c>hevc 10bit pq; dts 5.1(side) rus default; subrip; mjpeg cover</c>.
/// </summary>
internal static class SpokenFacts
{
    private static readonly string[] SoundWords = ["mono", "stereo", "5.1", "5.1(side)", "6.1", "7.1", "nothing"];

    /// <param name="container">As people call it; ffprobe's names stand behind it.</param>
    /// <param name="streams">Separated by <c>;</c>.</param>
    public static MediaFacts Of(string container, string streams)
    {
        string[] words = container.Split(' ');
        string names = words[0] switch
        {
            "MP4" or "MOV" or "3GP" => "mov,mp4,m4a,3gp,3g2,mj2",
            "MKV" or "WebM" => "matroska,webm",
            "TS" or "M2TS" => "mpegts",
            "WMV" => "asf",
            "MPG" => "mpeg",
            "AVI" or "FLV" or "OGG" => words[0].ToLowerInvariant(),
            _ => throw new ArgumentException(words[0], nameof(container)),
        };
        TimeSpan start = Seconds(words, "start") ?? TimeSpan.Zero;
        TimeSpan? duration = Value(words, "duration") == "none" ? null : Seconds(words, "duration") ?? TimeSpan.FromMinutes(1);
        return new MediaFacts(
            names, duration, start, 1000, null, [.. streams.Split("; ").Select((text, index) => Stream(index, text.Split(' '), start))], []);
    }

    private static StreamFacts Stream(int index, string[] words, TimeSpan start)
    {
        StreamKind kind = words[0] switch
        {
            "subrip" or "ass" => StreamKind.Subtitle,
            "ttf" => StreamKind.Attachment,
            "tmcd" => StreamKind.Data,
            _ when words.Intersect(SoundWords).Any() => StreamKind.Audio,
            _ => StreamKind.Video,
        };
        return new StreamFacts(
            index, kind, words[0], Value(words, "profile"), Level: null, words.FirstOrDefault(word => word is "eng" or "rus"), Title: null, start,
            start - (Seconds(words, "early") ?? TimeSpan.Zero), Seconds(words, "lasts"), BitRate: null,
            new StreamDisposition { IsDefault = words.Contains("default"), IsAttachedPicture = words.Contains("cover") },
            kind == StreamKind.Video ? Picture(words) : null, kind == StreamKind.Audio ? Sound(words) : null, !words.Contains("nodecoder"),
            LongestGroup: Seconds(words, "group"), IsUntimed: words.Contains("untimed"));
    }

    private static VideoFacts Picture(string[] words)
    {
        int bits = words.Contains("12bit") ? 12 : words.Contains("10bit") ? 10 : 8;
        string sampling = words.Contains("444") ? "444" : words.Contains("422") ? "422" : "420";
        string? transfer = words.Contains("pq") ? "smpte2084" : words.Contains("hlg") ? "arib-std-b67" : null;
        int[]? vision = Value(words, "dv")?.Split('/').Select(number => int.Parse(number, CultureInfo.InvariantCulture)).ToArray();
        return new VideoFacts(
            1920, 1080, bits == 8 ? $"yuv{sampling}p" : $"yuv{sampling}p{bits}le", bits, new Ratio(1, 1),
            int.Parse(Value(words, "turn") ?? "0", CultureInfo.InvariantCulture), new Ratio(50, 1), words.Contains("vfr") ? new Ratio(31, 1) : new Ratio(50, 1), words.Contains("bframes") ? 2 : 0,
            words.Contains("interlaced") ? "tt" : "progressive", null, transfer is null ? null : "bt2020nc", transfer, transfer is null ? null : "bt2020",
            vision is [var profile, var compatible] ? new DolbyVisionFacts(profile, compatible) : null);
    }

    private static AudioFacts Sound(string[] words) => words.Intersect(SoundWords).Single() switch
    {
        "nothing" => new AudioFacts(0, null, 0),
        "mono" => new AudioFacts(1, "mono", 48000),
        "stereo" => new AudioFacts(2, "stereo", 48000),
        "6.1" => new AudioFacts(7, "6.1", 48000),
        "7.1" => new AudioFacts(8, "7.1", 48000),
        string layout => new AudioFacts(6, layout, 48000),
    };

    private static TimeSpan? Seconds(string[] words, string name) =>
        Value(words, name) is { } text ? TimeSpan.FromSeconds(double.Parse(text, CultureInfo.InvariantCulture)) : null;

    private static string? Value(string[] words, string name) =>
        words.FirstOrDefault(word => word.StartsWith(name + "=", StringComparison.Ordinal))?[(name.Length + 1)..];
}
