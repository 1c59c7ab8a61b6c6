using System.Collections.Immutable;

namespace TelegramHls.Media.Encoders.Hardware;

/// <summary>What all trials came to.</summary>
/// <param name="Wanted">What the settings say.</param>
/// <param name="Trials">One for each device, the best family first; none where hardware is not wanted or there is no ffmpeg.</param>
public sealed record HardwareReport(HardwareAcceleration Wanted, ImmutableArray<HardwareTrial> Trials)
{
    /// <summary>What films are encoded with: the best that works; null for software.</summary>
    public HardwareUse? Chosen =>
        Trials.FirstOrDefault(trial => trial.Encodes) is { } best ? new HardwareUse(best.Device, best.Decodes) : null;

    /// <summary>True when the settings name a family that does not work here.</summary>
    public bool IsLacking => Wanted is not (HardwareAcceleration.Auto or HardwareAcceleration.None) && Chosen is null;
}
