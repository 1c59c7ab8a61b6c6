using TelegramHls.Bot.Hosting;
using TelegramHls.Bot.Ingest.Admit;
using TelegramHls.Bot.Ingest.Clean;
using TelegramHls.Bot.Ingest.Plan;
using TelegramHls.Bot.Ingest.Publish;
using TelegramHls.Bot.Ingest.Store;
using TelegramHls.Bot.Playback.Indexes;
using TelegramHls.Catalog.Commands;
using TelegramHls.Catalog.Queries;
using TelegramHls.Core.Ids;
using TelegramHls.Jobs.Pipelines;
using TelegramHls.Media.Packaging;
using TelegramHls.Media.Planning;
using TelegramHls.Storage.Pool;

namespace TelegramHls.Bot.Ingest.Compatible;

/// <summary>
/// Packages and stores the second version of a film, in H.264, where one was planned: its stream and its index are companions. A film
/// of which none can be made is a film all the same.
/// </summary>
internal sealed class CompatibleStep(
    FilmPackaging packaging,
    CompanionCommands companions,
    FilmIndexes indexes,
    FilmJournals journals,
    DiskSpace disk,
    FilmNotes notes,
    Leftovers leftovers,
    FaultPoints faults) : IngestStep<StoredVideo, StoredVideo>(faults)
{
    /// <summary>The step's name, also where others look for it.</summary>
    public const string StepName = "compatible";

    private static readonly string[] Names = [RenditionQueries.StreamName, RenditionQueries.IndexName];

    public override string Name => StepName;

    public override string? LaneOf(StoredVideo input) => input.Planned?.Compatible is { } plan ? FilmLanes.Of(plan) : null;

    protected override async Task<StepOutcome<StoredVideo>> DoAsync(
        StoredVideo input, StepContext context, CancellationToken cancellationToken)
    {
        if (input.Planned is not { Compatible: { } plan } planned
            || await companions.BeginAsync(input.Video, RenditionQueries.StreamName, cancellationToken) is not { } file
            || await companions.BeginAsync(input.Video, RenditionQueries.IndexName, cancellationToken) is not { } indexFile)
        {
            return StepOutcome<StoredVideo>.Done(input);
        }

        disk.Hold(input.Video, planned.Source.Size);
        PlannedVideo version = planned with { Plan = plan, File = file, IndexFile = indexFile };
        try
        {
            string journal = await packaging.RunAsync(
                version,
                journals.NewSecondPath,
                (_, _) => Task.CompletedTask,
                revised => input with { Planned = planned with { Compatible = revised } },
                context,
                cancellationToken);
            string index = await indexes.BuildAsync(file, journal, cancellationToken);
            await packaging.StoreIndexAsync(version, index, cancellationToken);
        }
        catch (PackagingException failure) when (context.Attempt >= StoreStep.AttemptsAtPackaging)
        {
            await context.WarnAsync(failure.Message, FaultText.DetailOf(failure), cancellationToken);
            await GiveUpAsync(planned, plan, failure.Message, context, cancellationToken);
        }
        catch (PartRefusedException refusal)
        {
            await GiveUpAsync(planned, plan, $"Telegram does not take its parts: {refusal.Message}", context, cancellationToken);
        }

        return StepOutcome<StoredVideo>.Done(input);
    }

    private async Task GiveUpAsync(
        PlannedVideo planned, PackagePlan plan, string why, StepContext context, CancellationToken cancellationToken)
    {
        VideoId video = planned.Source.Video;
        leftovers.Forget(await companions.DropAsync(video, Names, cancellationToken));
        await notes.ChangeAsync(video, [.. planned.Plan.Notes, .. plan.Notes], CompatiblePlan.Alone(planned.Plan, plan).Notes, cancellationToken);
        await context.NoteAsync($"No second version: {why}", cancellationToken);
    }
}
