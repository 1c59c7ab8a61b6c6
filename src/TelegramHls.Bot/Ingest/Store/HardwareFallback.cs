using TelegramHls.Bot.Ingest.Plan;
using TelegramHls.Catalog.Commands;
using TelegramHls.Catalog.Model;
using TelegramHls.Catalog.Queries;
using TelegramHls.Jobs.Pipelines;
using TelegramHls.Media.Encoders.Hardware;
using TelegramHls.Media.Packaging;
using TelegramHls.Media.Planning;

namespace TelegramHls.Bot.Ingest.Store;

/// <summary>Hardware that fails in the middle of a film: the film begins anew with less of it, under another frozen plan.</summary>
internal sealed class HardwareFallback(
    IHardwareChoice hardware, VideoCommands commands, VideoQueries videos, ILogger<HardwareFallback> logger)
{
    /// <summary>True when hardware may be to blame.</summary>
    public static bool IsOfUse(PlannedVideo input, PackagingException failure) =>
        failure.HasRun && HardwarePlan.In(input.Plan) is not null;

    /// <summary>What the step goes on with; kept as its checkpoint and told in the job's history and the film's notes.</summary>
    public async Task<PlannedVideo> StepDownAsync(
        PlannedVideo input, PackagingException failure, StepContext context, CancellationToken cancellationToken)
    {
        HardwareUse use = HardwarePlan.In(input.Plan)!;
        PackagePlan plan = HardwarePlan.StepDown(input.Plan)!;
        string instead = HardwarePlan.In(plan) is null ? "encoded in software" : "decoded in software";
        string what = $"{use.Device} failed ({failure.FirstWords}); the film begins anew, {instead}.";
        Log.HardwareFailed(logger, what);
        hardware.Doubt();
        PlannedVideo next = input with { Plan = plan };
        await NoteAsync(input, plan, cancellationToken);
        await context.ReviseAsync(next, what, cancellationToken);
        return next;
    }

    private async Task NoteAsync(PlannedVideo input, PackagePlan plan, CancellationToken cancellationToken)
    {
        Video? video = await videos.FindAsync(input.Source.Video, cancellationToken);
        if (VideoSummary.FromJson(video?.FactsJson) is { } summary)
        {
            IEnumerable<string> others = summary.Notes.Except(input.Plan.Notes);
            await commands.SetFactsJsonAsync(
                input.Source.Video, (summary with { Notes = [.. plan.Notes.Union(others)] }).ToJson(), cancellationToken);
        }
    }
}
