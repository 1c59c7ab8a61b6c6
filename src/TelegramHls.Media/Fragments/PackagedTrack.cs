using TelegramHls.Media.Planning;

namespace TelegramHls.Media.Fragments;

/// <summary>A track as it came out of packaging.</summary>
/// <param name="Number">Its number in the stream, from 1.</param>
/// <param name="Plan">What was planned for it: id, language, picture, sound.</param>
/// <param name="Timescale">Units of time in a second.</param>
/// <param name="Codecs">RFC 6381 name from its real configuration record, for example <c>avc1.64001F</c>.</param>
/// <param name="Init">Its HLS init segment: <c>ftyp</c> and a <c>moov</c> with this track alone.</param>
public sealed record PackagedTrack(
    int Number, PlannedTrack Plan, uint Timescale, string Codecs, ReadOnlyMemory<byte> Init);
