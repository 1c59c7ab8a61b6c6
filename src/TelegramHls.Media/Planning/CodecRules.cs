using System.Collections.Frozen;

namespace TelegramHls.Media.Planning;

/// <summary>Which codecs are copied, and what people call the others.</summary>
internal static class CodecRules
{
    private static readonly FrozenSet<string> Video = FrozenSet.Create(StringComparer.Ordinal, "h264", "hevc", "av1", "vp9");
    private static readonly FrozenSet<string> Audio = FrozenSet.Create(StringComparer.Ordinal, "aac", "opus", "flac");

    private static readonly FrozenDictionary<string, string> Names = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["h264"] = "H.264", ["hevc"] = "HEVC", ["av1"] = "AV1", ["vp9"] = "VP9", ["vp8"] = "VP8",
        ["mpeg4"] = "MPEG-4 ASP (DivX, Xvid)", ["msmpeg4v3"] = "DivX 3", ["mpeg2video"] = "MPEG-2",
        ["mpeg1video"] = "MPEG-1", ["vc1"] = "VC-1", ["wmv3"] = "Windows Media Video 9", ["prores"] = "ProRes",
        ["theora"] = "Theora", ["mjpeg"] = "Motion JPEG", ["h263"] = "H.263", ["gif"] = "GIF",
        ["aac"] = "AAC", ["opus"] = "Opus", ["flac"] = "FLAC", ["mp3"] = "MP3", ["mp2"] = "MP2", ["ac3"] = "AC-3",
        ["eac3"] = "E-AC-3", ["dts"] = "DTS", ["truehd"] = "TrueHD", ["vorbis"] = "Vorbis", ["alac"] = "ALAC",
        ["wmav2"] = "Windows Media Audio", ["wmapro"] = "Windows Media Audio Pro", ["amr_nb"] = "AMR",
        ["unknown"] = "of an unknown kind",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static bool IsCopied(TrackKind kind, string codec) => (kind == TrackKind.Video ? Video : Audio).Contains(codec);

    public static string Name(string codec) =>
        Names.TryGetValue(codec, out string? name) ? name
        : codec.StartsWith("pcm_", StringComparison.Ordinal) ? "PCM"
        : codec;

    /// <summary>Best first: browsers everywhere play AAC, Opus plays nearly as widely.</summary>
    public static int Preference(string audioCodec) => audioCodec switch
    {
        "aac" => 0,
        "opus" => 1,
        _ => 2,
    };
}
