using TelegramHls.Media.Planning;

namespace TelegramHls.Media.Encoders.Hardware;

/// <summary>Plans with hardware in them, and what is left of it once it failed.</summary>
public static class HardwarePlan
{
    /// <summary>True when pictures are encoded, so that hardware would help.</summary>
    public static bool IsOfUse(PackagePlan plan) => plan.Tracks.Any(track => track.PictureEncoding is not null);

    /// <summary>The plan with its pictures encoded by that hardware; by software where it is null. All else stays as it is.</summary>
    public static PackagePlan With(PackagePlan plan, HardwareUse? use) => plan with
    {
        Tracks =
        [
            .. plan.Tracks.Select(track => track.PictureEncoding is { } encoding
                ? track with { PictureEncoding = encoding with { Hardware = use } }
                : track),
        ],
    };

    /// <summary>What hardware does in the plan; null for nothing.</summary>
    public static HardwareUse? In(PackagePlan plan) =>
        plan.Tracks.Select(track => track.PictureEncoding?.Hardware).FirstOrDefault(use => use is not null);

    /// <summary>ffmpeg's name of what encodes the pictures; null where they are copied or there are none.</summary>
    public static string? EncoderOf(PackagePlan plan) =>
        plan.Tracks.Select(track => track.PictureEncoding).FirstOrDefault(encoding => encoding is not null) is { } chosen
            ? chosen.Hardware is { } use ? HardwareArguments.Encoder(use.Device) : chosen.Encoder
            : null;

    /// <summary>
    /// The next plan for a film over which ffmpeg failed: without decoding in hardware, then without any hardware, with a note that
    /// says so. Null for a plan without hardware: the fault is another one.
    /// </summary>
    public static PackagePlan? StepDown(PackagePlan plan) => In(plan) switch
    {
        null => null,
        { Decodes: true } use => With(plan, use with { Decodes = false }) with { Notes = plan.Notes.Add(Undecoded(use)) },
        { } use => With(plan, null) with { Notes = plan.Notes.Remove(Undecoded(use)).Add(Unencoded(use)) },
    };

    private static string Undecoded(HardwareUse use) => $"Hardware ({use.Device}) failed to decode this film, so software did.";

    private static string Unencoded(HardwareUse use) => $"Hardware ({use.Device}) failed over this film, so its picture was encoded in software.";
}
