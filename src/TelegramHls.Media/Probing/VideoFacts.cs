using System.Text.Json.Serialization;

namespace TelegramHls.Media.Probing;

/// <summary>Facts of moving pictures.</summary>
/// <param name="Width">Coded width in pixels.</param>
/// <param name="Height">Coded height in pixels.</param>
/// <param name="PixelFormat">ffmpeg's name, for example <c>yuv420p10le</c>.</param>
/// <param name="BitDepth">Bits of one colour component.</param>
/// <param name="SampleAspect">Width of a pixel over its height.</param>
/// <param name="Rotation">Degrees clockwise to turn the picture for showing: 0, 90, 180 or 270.</param>
/// <param name="FrameRate">The rate that all time stamps fit.</param>
/// <param name="AverageFrameRate">Pictures over time; differs from <paramref name="FrameRate"/> when the rate varies.</param>
/// <param name="ReorderDepth">How many pictures a decoder holds back to bring them into order.</param>
/// <param name="FieldOrder"><c>progressive</c>, or how fields are interlaced; null when unknown.</param>
/// <param name="ColorRange"><c>tv</c> or <c>pc</c>; null when unsaid, as the next ones.</param>
/// <param name="ColorSpace">Matrix, for example <c>bt2020nc</c>.</param>
/// <param name="ColorTransfer">Transfer, for example <c>smpte2084</c> (HDR10) or <c>arib-std-b67</c> (HLG).</param>
/// <param name="ColorPrimaries">Primaries, for example <c>bt2020</c>.</param>
/// <param name="DolbyVision">What it says of Dolby Vision; null without.</param>
public sealed record VideoFacts(
    int Width,
    int Height,
    string? PixelFormat,
    int BitDepth,
    Ratio SampleAspect,
    int Rotation,
    Ratio FrameRate,
    Ratio AverageFrameRate,
    int ReorderDepth,
    string? FieldOrder,
    string? ColorRange,
    string? ColorSpace,
    string? ColorTransfer,
    string? ColorPrimaries,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DolbyVisionFacts? DolbyVision = null)
{
    /// <summary>True when a picture consists of two fields that were taken one after the other.</summary>
    [JsonIgnore]
    public bool IsInterlaced => FieldOrder is "tt" or "bb" or "tb" or "bt";

    /// <summary>True when it is brighter than ordinary screens show (HDR10 or HLG).</summary>
    [JsonIgnore]
    public bool IsHighDynamicRange => ColorTransfer is "smpte2084" or "arib-std-b67";

    /// <summary>Colours over lightness: <c>4:2:0</c>, <c>4:2:2</c> or <c>4:4:4</c>; null when the format does not tell.</summary>
    [JsonIgnore]
    public string? Sampling => PixelFormat switch
    {
        null => null,
        { } name when name.Contains("420", StringComparison.Ordinal) || name.StartsWith("nv12", StringComparison.Ordinal)
            || name.StartsWith("p01", StringComparison.Ordinal) || name.StartsWith("gray", StringComparison.Ordinal) => "4:2:0",
        { } name when name.Contains("422", StringComparison.Ordinal) => "4:2:2",
        { } name when name.Contains("444", StringComparison.Ordinal) || name.StartsWith("gbr", StringComparison.Ordinal) => "4:4:4",
        _ => null,
    };
}
