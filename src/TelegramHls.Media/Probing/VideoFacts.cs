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
    string? ColorPrimaries);
