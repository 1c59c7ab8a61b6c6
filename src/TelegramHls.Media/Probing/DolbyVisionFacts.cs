namespace TelegramHls.Media.Probing;

/// <summary>What a stream says of Dolby Vision (Dolby Vision Streams within the ISO Base Media File Format, 2.2).</summary>
/// <param name="Profile">For example 5 or 8.</param>
/// <param name="Base">What players without it see (<c>dv_bl_signal_compatibility_id</c>): 0 nothing sensible, 1 or 6 HDR10, 2 SDR, 4 HLG.</param>
public sealed record DolbyVisionFacts(int Profile, int Base);
