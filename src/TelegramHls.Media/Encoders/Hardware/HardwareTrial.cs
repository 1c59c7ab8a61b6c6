namespace TelegramHls.Media.Encoders.Hardware;

/// <summary>What a real small encoding and decoding on a device came to.</summary>
/// <param name="Device">The device; without a path where the machine has none of that family.</param>
/// <param name="Encodes">Pictures came out, with key frames where they were asked for.</param>
/// <param name="Decodes">It could read them again; false where it does not encode.</param>
/// <param name="Reason">Why it does not do one or the other, as the end of a sentence; null when it does both.</param>
public sealed record HardwareTrial(HardwareDevice Device, bool Encodes, bool Decodes, string? Reason)
{
    /// <summary>How it fares: <c>encodes and decodes</c>, or what it does not and why.</summary>
    public string InWords() =>
        !Encodes ? $"does not work: {Reason}"
        : Decodes ? "encodes and decodes"
        : $"encodes, but does not decode: {Reason}";
}
