namespace TelegramHls.Media.Encoders.Hardware;

/// <summary>What hardware does for one film.</summary>
/// <param name="Device">It encodes the pictures.</param>
/// <param name="Decodes">It also decodes those of the source that it can; ffmpeg decodes the others in software.</param>
public sealed record HardwareUse(HardwareDevice Device, bool Decodes);
