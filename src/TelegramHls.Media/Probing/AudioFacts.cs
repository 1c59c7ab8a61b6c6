namespace TelegramHls.Media.Probing;

/// <summary>Facts of sound.</summary>
/// <param name="Channels">How many channels.</param>
/// <param name="Layout">ffmpeg's name of the layout, for example <c>5.1(side)</c>; null when unsaid.</param>
/// <param name="SampleRate">Samples in a second of one channel.</param>
public sealed record AudioFacts(int Channels, string? Layout, int SampleRate);
