using System.Collections.Frozen;

namespace TelegramHls.Media.Planning;

/// <summary>What people call each codec.</summary>
public static class CodecRules
{
    private static readonly FrozenDictionary<string, string> Names = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["h264"] = "H.264", ["hevc"] = "HEVC", ["av1"] = "AV1", ["vp9"] = "VP9", ["vp8"] = "VP8",
        ["mpeg4"] = "MPEG-4", ["msmpeg4v3"] = "DivX 3", ["mpeg2video"] = "MPEG-2",
        ["mpeg1video"] = "MPEG-1", ["vc1"] = "VC-1", ["wmv3"] = "Windows Media Video 9", ["prores"] = "ProRes", ["msmpeg4v2"] = "MS MPEG-4", ["wmv1"] = "Windows Media Video 7", ["wmv2"] = "Windows Media Video 8",
        ["dvvideo"] = "DV", ["dnxhd"] = "DNxHD", ["rv40"] = "RealVideo", ["flv1"] = "Sorenson Spark", ["vp6f"] = "VP6",
        ["theora"] = "Theora", ["mjpeg"] = "Motion JPEG", ["h263"] = "H.263", ["gif"] = "GIF",
        ["aac"] = "AAC", ["opus"] = "Opus", ["flac"] = "FLAC", ["mp3"] = "MP3", ["mp2"] = "MP2", ["ac3"] = "AC-3",
        ["eac3"] = "E-AC-3", ["dts"] = "DTS", ["truehd"] = "TrueHD", ["vorbis"] = "Vorbis", ["alac"] = "ALAC",
        ["wmav2"] = "Windows Media Audio", ["wmapro"] = "Windows Media Audio Pro", ["amr_nb"] = "AMR", ["amr_wb"] = "AMR", ["wmav1"] = "Windows Media Audio", ["cook"] = "RealAudio",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What people call a codec that ffmpeg names <paramref name="codec"/>.</summary>
    public static string Name(string codec) =>
        Names.TryGetValue(codec, out string? name) ? name
        : codec.StartsWith("pcm_", StringComparison.Ordinal) ? "PCM"
        : codec;

    /// <summary>Why a stream is not usable: the end of a sentence that says whose it is.</summary>
    internal static string Undecodable(string codec) =>
        string.Equals(codec, "unknown", StringComparison.Ordinal)
            ? "of a kind that ffmpeg does not know, so it can neither be played nor converted."
            : $"{Name(codec)}, which the ffmpeg of this server cannot decode.";
}
