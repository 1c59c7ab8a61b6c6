using System.Text.Json;

namespace TelegramHls.Testing.Playlists;

/// <summary>Names codecs as RFC 6381 does from what ffprobe calls them: a second reading, of the bitstream.</summary>
public static class CodecsByProbe
{
    // ISO/IEC 14496-10, annex A; ISO/IEC 23008-2, annex A; AV1, annex A; VP9, section 7.2.
    private static readonly Dictionary<string, int> Profiles = new(StringComparer.Ordinal)
    {
        ["h264 Constrained Baseline"] = 66, ["h264 Baseline"] = 66, ["h264 Main"] = 77, ["h264 High"] = 100, ["h264 High 10"] = 110,
        ["h264 High 4:2:2"] = 122, ["h264 High 4:4:4 Predictive"] = 244,
        ["hevc Main"] = 1, ["hevc Main 10"] = 2, ["hevc Rext"] = 4,
        ["av1 Main"] = 0, ["av1 High"] = 1, ["av1 Professional"] = 2,
        ["vp9 Profile 0"] = 0, ["vp9 Profile 1"] = 1, ["vp9 Profile 2"] = 2, ["vp9 Profile 3"] = 3,
        ["aac LC"] = 2, ["aac HE-AAC"] = 5, ["aac HE-AACv2"] = 29, ["aac Main"] = 1,
    };

    /// <summary>True when a name in CODECS says what ffprobe sees.</summary>
    public static bool Agrees(string named, JsonElement stream)
    {
        string codec = stream.GetProperty("codec_name").GetString()!;
        string[] parts = named.Split('.');
        return codec switch
        {
            "h264" => parts[0] == "avc1" && Profile(codec, stream) == Hex(parts[1][..2]) && Level(stream) == Hex(parts[1][4..]),
            "hevc" => parts[0] == "hvc1" && Profile(codec, stream) == int.Parse(parts[1]) && parts[3].TrimStart('L', 'H') == $"{Level(stream)}",
            "av1" => parts[0] == "av01" && Profile(codec, stream) == int.Parse(parts[1]) && parts[2][..2] == $"{Level(stream):D2}" && Depth(stream) == parts[3],
            "vp9" => parts[0] == "vp09" && Profile(codec, stream) == int.Parse(parts[1]) && Depth(stream) == parts[3],
            "aac" => named == $"mp4a.40.{Profile(codec, stream)}",
            "ac3" => named == "ac-3",
            "eac3" => named == "ec-3",
            "opus" => named == "opus",
            "flac" => named == "fLaC",
            _ => false,
        };
    }

    private static int Profile(string codec, JsonElement stream) => Profiles[$"{codec} {stream.GetProperty("profile").GetString()}"];

    private static int Level(JsonElement stream) => stream.GetProperty("level").GetInt32();

    private static string Depth(JsonElement stream) =>
        stream.GetProperty("pix_fmt").GetString()!.Contains("10", StringComparison.Ordinal) ? "10" : "08";

    private static int Hex(string text) => Convert.ToInt32(text, 16);
}
