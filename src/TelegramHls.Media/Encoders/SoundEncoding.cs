namespace TelegramHls.Media.Encoders;

/// <summary>How sound is encoded anew: all that decides its bytes, but for the source and the ffmpeg that runs.</summary>
/// <param name="Encoder">ffmpeg's name of the encoder, for example <c>aac</c>.</param>
/// <param name="BitRate">Bits in a second, over all channels.</param>
/// <param name="Channels">1 or 2.</param>
/// <param name="SampleRate">Samples in a second of one channel; one that the encoder knows.</param>
/// <param name="Filter">What sound passes on its way, in ffmpeg's words.</param>
public sealed record SoundEncoding(string Encoder, int BitRate, int Channels, int SampleRate, string Filter);
