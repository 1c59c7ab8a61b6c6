namespace TelegramHls.Media.Fragments;

/// <summary>One picture, or one packet of sound (ISO/IEC 14496-12, 8.8.8).</summary>
/// <param name="Size">Bytes.</param>
/// <param name="Duration">In units of the track's timescale.</param>
/// <param name="CompositionOffset">From decoding to showing, in units of the track's timescale.</param>
/// <param name="IsSync">True when decoding can begin here.</param>
public readonly record struct Sample(uint Size, uint Duration, int CompositionOffset, bool IsSync);
