using TelegramHls.Media.Probing;

namespace TelegramHls.Media.Planning;

/// <summary>Which pictures are copied, where those play, and why others are not.</summary>
internal static class PictureRules
{
    // Decoders in browsers, phones and televisions know 4:2:0 of up to 10 bits; beyond lie formats of cameras and studios.
    private const int DeepestBits = 10;

    /// <summary>Why these pictures cannot be played at all; null when they can.</summary>
    public static string? WhyRefused(StreamFacts film) => film.Video!.DolbyVision switch
    {
        // Neither ffmpeg's filters nor other players turn its colours into any that can be shown.
        { Base: 0 } vision => $"This film's video is Dolby Vision profile {vision.Profile}, whose colours only Dolby Vision players "
            + "understand. A version with an HDR10 base (profile 7 or 8) can be played.",
        _ => film.HasDecoder || WhyEncoded(film) is null ? null : $"This film's video is {CodecRules.Undecodable(film.Codec)}",
    };

    /// <summary>Why they are encoded anew; null when they are copied.</summary>
    public static string? WhyEncoded(StreamFacts film) => film switch
    {
        { Codec: not ("h264" or "hevc" or "av1" or "vp9") } => $"browsers do not play {CodecRules.Name(film.Codec)}",
        { Video.Sampling: "4:2:2" or "4:4:4" } => $"most players only know colours in 4:2:0, and these are in {film.Video.Sampling}",
        { Video.BitDepth: > DeepestBits } => $"most players only know up to {DeepestBits} bits, and these have {film.Video.BitDepth}",
        { IsUntimed: true, Video.ReorderDepth: > 0 } => "its file does not say when each picture is shown",
        { LongestGroup: { } group } when group > PackagePlanner.LongestSegment =>
            $"more than {PackagePlanner.LongestSegment.TotalSeconds:0} s lie between key frames, and players can only begin at one",
        { Video.IsInterlaced: true } => "it is interlaced, and browsers would show combs",
        _ => null,
    };

    /// <summary>Where copied pictures do not play: a sentence; null when they play everywhere.</summary>
    public static string? Limits(StreamFacts film) => Limits(film.Codec, film.Video!.BitDepth);

    /// <summary>Likewise, of pictures in 4:2:0.</summary>
    public static string? Limits(string codec, int bits) => codec switch
    {
        "hevc" => "HEVC: Chrome, Edge and Firefox play it only on devices with a decoder for it.",
        "av1" => "AV1: Safari plays it only on devices with a decoder for it.",
        "vp9" => "VP9: iPhones and iPads may not play it.",
        "h264" when bits > 8 => "10-bit H.264: Safari and most phones do not play it.",
        _ => null,
    };

    /// <summary>What players without Dolby Vision show; null where there is none.</summary>
    public static string? Base(StreamFacts film) => film.Video!.DolbyVision switch
    {
        null => null,
        { Base: 2 } => "Dolby Vision: other players show its SDR base.",
        { Base: 4 } => "Dolby Vision: other players show its HLG base.",
        _ => "Dolby Vision: other players show its HDR10 base.",
    };
}
