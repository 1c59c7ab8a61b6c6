namespace TelegramHls.Media.Boxes;

/// <summary>A track of a <c>moov</c>.</summary>
/// <param name="Number">Its track id, from 1.</param>
/// <param name="Timescale">Units of time in a second.</param>
/// <param name="Codecs">RFC 6381 name.</param>
/// <param name="Defaults">Of its fragments.</param>
/// <param name="Init">An HLS init segment for it alone.</param>
internal sealed record MovieTrack(
    int Number, uint Timescale, string Codecs, SampleDefaults Defaults, ReadOnlyMemory<byte> Init);
