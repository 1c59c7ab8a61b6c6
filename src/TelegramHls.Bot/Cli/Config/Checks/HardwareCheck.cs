using TelegramHls.Bot.Cli.Reports;
using TelegramHls.Media;
using TelegramHls.Media.Encoders.Hardware;

namespace TelegramHls.Bot.Cli.Config.Checks;

/// <summary>What encodes films: each family of hardware that the settings allow is tried out.</summary>
internal sealed class HardwareCheck(IHardwareChoice hardware) : ICheck
{
    private const string Key = "Media:HardwareAcceleration";

    public async Task<IReadOnlyList<Finding>> LookAsync(CancellationToken cancellationToken)
    {
        HardwareReport report = await hardware.LookAsync(cancellationToken);
        return [Chosen(report), .. report.Trials.Select(Tried)];
    }

    private static Finding Chosen(HardwareReport report) => report switch
    {
        { Wanted: HardwareAcceleration.None } => Finding.Ok(Key, "none: films are encoded in software"),
        { Chosen: { } use } => Finding.Ok(Key, $"films are encoded by {use.Device}{(use.Decodes ? ", which decodes them too" : string.Empty)}"),
        { Trials: [] } => Finding.Skipped(Key, "tried once there is an ffmpeg"),
        { IsLacking: true } => Finding.Warning(
            Key,
            $"{report.Wanted.ToString().ToLowerInvariant()} does not work here, so films are encoded in software",
            "mend what the reason below says, or set it to auto or none"),
        _ => Finding.Ok(Key, "no hardware encodes here, so films are encoded in software"),
    };

    private static Finding Tried(HardwareTrial trial) => trial.Encodes
        ? Finding.Ok(trial.Device.ToString(), trial.InWords())
        : Finding.Skipped(trial.Device.ToString(), trial.InWords());
}
