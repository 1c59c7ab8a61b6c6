using TelegramHls.Core.Ids;
using TelegramHls.Media.Encoders.Hardware;
using TelegramHls.Media.Packaging;
using TelegramHls.Media.Planning;

namespace TelegramHls.Bot.Ingest.Store;

/// <summary>Hardware that fails in the middle of a film: the film begins anew with less of it, under another frozen plan.</summary>
internal sealed class HardwareFallback(
    IHardwareChoice hardware, FilmNotes notes, ILogger<HardwareFallback> logger)
{
    /// <summary>True when hardware may be to blame.</summary>
    public static bool IsOfUse(PackagePlan plan, PackagingException failure) => failure.HasRun && HardwarePlan.In(plan) is not null;

    /// <summary>The plan to go on with, told in the film's notes; and the line of history with which the step is to keep it.</summary>
    public async Task<(PackagePlan Plan, string What)> StepDownAsync(
        VideoId video, PackagePlan plan, PackagingException failure, CancellationToken cancellationToken)
    {
        HardwareUse use = HardwarePlan.In(plan)!;
        PackagePlan next = HardwarePlan.StepDown(plan)!;
        string instead = HardwarePlan.In(next) is null ? "encoded in software" : "decoded in software";
        string what = $"{use.Device} failed ({failure.FirstWords}); the film begins anew, {instead}.";
        Log.HardwareFailed(logger, what);
        IngestMetrics.HardwareFallbacks.Add(1);
        hardware.Doubt();
        await notes.ChangeAsync(video, plan.Notes, next.Notes, cancellationToken);
        return (next, what);
    }
}
