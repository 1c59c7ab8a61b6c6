namespace TelegramHls.Media.Boxes;

/// <summary>What holds for samples that do not say otherwise (<c>trex</c>, ISO/IEC 14496-12, 8.8.3).</summary>
internal readonly record struct SampleDefaults(uint Duration, uint Size, uint Flags);
