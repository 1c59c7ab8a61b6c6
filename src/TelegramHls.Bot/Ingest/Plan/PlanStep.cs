using Microsoft.Extensions.Options;
using TelegramHls.Bot.Hosting;
using TelegramHls.Bot.Ingest.Probe;
using TelegramHls.Catalog.Commands;
using TelegramHls.Core.Ids;
using TelegramHls.Jobs.Pipelines;
using TelegramHls.Media;
using TelegramHls.Media.Encoders.Hardware;
using TelegramHls.Media.Pictures;
using TelegramHls.Media.Planning;
using TelegramHls.Media.Processes;
using TelegramHls.Media.Subtitles.Extracting;
using TelegramHls.Storage.Parts;
using TelegramHls.Storage.Pool;

namespace TelegramHls.Bot.Ingest.Plan;

/// <summary>Decides how the film is packaged and cut.</summary>
internal sealed class PlanStep(
    IFFmpegLocator ffmpeg,
    IHardwareChoice hardware,
    IOptions<MediaOptions> media,
    IOptions<StorageOptions> storage,
    VideoCommands commands,
    FaultPoints faults) : IngestStep<ProbedSource, PlannedVideo>(faults)
{
    public override string Name => "plan";

    protected override async Task<StepOutcome<PlannedVideo>> DoAsync(
        ProbedSource input, StepContext context, CancellationToken cancellationToken)
    {
        FFmpegTools.Found tools = (await ffmpeg.FindAsync(cancellationToken)).Match(
            found => found, missing => throw new InvalidOperationException(missing.Reason));
        var wishes = new PlanWishes(
            tools.Version, media.Value.SegmentSeconds, media.Value.Compatibility, Environment.ProcessorCount, tools.CanToneMap);
        PlanOutcome outcome = PackagePlanner.Plan(input.Facts, wishes);
        return await outcome.Match(
            planned => FreezeAsync(input, planned.Plan, CompatiblePlan.For(input.Facts, planned.Plan, wishes), context, cancellationToken),
            refused => Task.FromResult(StepOutcome<PlannedVideo>.Refused(refused.Reason)));
    }

    private async Task<PackagePlan> WithHardwareAsync(PackagePlan plan, CancellationToken cancellationToken) =>
        HardwarePlan.IsOfUse(plan)
            ? HardwarePlan.With(plan, (await hardware.LookAsync(cancellationToken)).Chosen)
            : plan;

    private async Task<StepOutcome<PlannedVideo>> FreezeAsync(
        ProbedSource input, PackagePlan film, PackagePlan? compatible, StepContext context, CancellationToken cancellationToken)
    {
        PackagePlan plan = await WithHardwareAsync(
            compatible is null ? film : CompatiblePlan.Beside(film, compatible), cancellationToken);
        await context.NoteAsync(TrackReasons.Line(plan), cancellationToken);
        if (compatible is not null)
        {
            compatible = await WithHardwareAsync(compatible, cancellationToken);
            await context.NoteAsync($"Second version: {TrackReasons.Line(compatible)}", cancellationToken);
        }

        await commands.SetFactsAsync(input.Source.Video, PlanFacts.Of(input.Facts, plan), cancellationToken);
        return StepOutcome<PlannedVideo>.Done(new PlannedVideo(
            1,
            input.Source,
            plan,
            new PartSizes(storage.Value.PartSize),
            StoredFileId.New(),
            StoredFileId.New(),
            SubtitlePlanner.Plan(input.Facts),
            FilmPictures.Of(input.Facts, plan),
            compatible));
    }
}
