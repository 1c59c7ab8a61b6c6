using System.Collections.Frozen;
using TelegramHls.Media.Probing;

namespace TelegramHls.Media.Planning;

/// <summary>Which codecs are copied, and what people call each.</summary>
public static class CodecRules
{
    private static readonly FrozenSet<string> Video = FrozenSet.Create(StringComparer.Ordinal, "h264", "hevc", "av1", "vp9");

    private static readonly FrozenDictionary<string, string> Names = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["h264"] = "H.264", ["hevc"] = "HEVC", ["av1"] = "AV1", ["vp9"] = "VP9", ["vp8"] = "VP8",
        ["mpeg4"] = "MPEG-4", ["msmpeg4v3"] = "DivX 3", ["mpeg2video"] = "MPEG-2",
        ["mpeg1video"] = "MPEG-1", ["vc1"] = "VC-1", ["wmv3"] = "Windows Media Video 9", ["prores"] = "ProRes",
        ["theora"] = "Theora", ["mjpeg"] = "Motion JPEG", ["h263"] = "H.263", ["gif"] = "GIF",
        ["aac"] = "AAC", ["opus"] = "Opus", ["flac"] = "FLAC", ["mp3"] = "MP3", ["mp2"] = "MP2", ["ac3"] = "AC-3",
        ["eac3"] = "E-AC-3", ["dts"] = "DTS", ["truehd"] = "TrueHD", ["vorbis"] = "Vorbis", ["alac"] = "ALAC",
        ["wmav2"] = "Windows Media Audio", ["wmapro"] = "Windows Media Audio Pro", ["amr_nb"] = "AMR",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What people call a codec that ffmpeg names <paramref name="codec"/>.</summary>
    public static string Name(string codec) =>
        Names.TryGetValue(codec, out string? name) ? name
        : codec.StartsWith("pcm_", StringComparison.Ordinal) ? "PCM"
        : codec;

    /// <summary>True when players play these pictures as they are.</summary>
    internal static bool IsCopied(StreamFacts film) => Video.Contains(film.Codec);

    /// <summary>True when it can be copied or encoded anew.</summary>
    internal static bool IsUsable(StreamFacts stream) =>
        stream.HasDecoder || (stream.Kind == StreamKind.Video ? IsCopied(stream) : SoundRules.IsCopied(stream));

    /// <summary>Why a stream is not usable: the end of a sentence that says whose it is.</summary>
    internal static string Undecodable(string codec) =>
        string.Equals(codec, "unknown", StringComparison.Ordinal)
            ? "of a kind that ffmpeg does not know, so it can neither be played nor converted."
            : $"{Name(codec)}, which the ffmpeg of this server cannot decode.";
}
