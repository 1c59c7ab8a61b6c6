using System.Text.Json.Serialization;
using TelegramHls.Media.Encoders.Hardware;

namespace TelegramHls.Media.Encoders;

/// <summary>How pictures are encoded anew: all that decides their bytes, but for the source and the ffmpeg that runs.</summary>
/// <param name="Encoder">ffmpeg's name of the encoder in software, for example <c>libx264</c>.</param>
/// <param name="Preset">Its trade of time for bytes.</param>
/// <param name="Quality">Its constant rate factor: 0 (lossless) to 51. Hardware is set to about the same.</param>
/// <param name="ReorderDepth">Pictures that it may write before one that is shown earlier (B-frames in a row); 0 to 2. Hardware reorders none.</param>
/// <param name="KeyFrameInterval">A picture that is at least so long after the last key frame becomes one.</param>
/// <param name="Filter">What pictures pass on their way, in ffmpeg's words; they end in memory, as 4:2:0 of 8 bits.</param>
/// <param name="Hardware">What encodes in place of <paramref name="Encoder"/>; null for software.</param>
public sealed record PictureEncoding(
    string Encoder,
    string Preset,
    int Quality,
    int ReorderDepth,
    TimeSpan KeyFrameInterval,
    string Filter,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] HardwareUse? Hardware = null);
