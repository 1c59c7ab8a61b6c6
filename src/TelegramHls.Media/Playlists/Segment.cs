namespace TelegramHls.Media.Playlists;

/// <summary>What HLS lists: consecutive fragments of one track.</summary>
/// <param name="Number">From 0; part of its URL.</param>
/// <param name="First">Place of its first fragment among those of its track, from 0.</param>
/// <param name="Count">How many fragments it has, 1 or more.</param>
/// <param name="Start">When its first sample is decoded, in units of the track.</param>
/// <param name="Duration">Until the next segment begins, in units of the track.</param>
public sealed record Segment(int Number, int First, int Count, long Start, long Duration);
