namespace TelegramHls.Media.Encoders;

/// <summary>How pictures are encoded anew: all that decides their bytes, but for the source and the ffmpeg that runs.</summary>
/// <param name="Encoder">ffmpeg's name of the encoder, for example <c>libx264</c>.</param>
/// <param name="Preset">Its trade of time for bytes.</param>
/// <param name="Quality">Its constant rate factor: 0 (lossless) to 51.</param>
/// <param name="ReorderDepth">Pictures that may be written before one that is shown earlier (B-frames in a row); 0 to 2.</param>
/// <param name="KeyFrameInterval">A picture that is at least so long after the last key frame becomes one.</param>
/// <param name="Filter">What pictures pass on their way, in ffmpeg's words.</param>
public sealed record PictureEncoding(
    string Encoder, string Preset, int Quality, int ReorderDepth, TimeSpan KeyFrameInterval, string Filter);
