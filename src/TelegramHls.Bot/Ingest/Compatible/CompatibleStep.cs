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
    HardwareFallback fallback,
    FilmNotes notes,
    Leftovers leftovers,
    FaultPoints faults) : IngestStep<StoredVideo, StoredVideo>(faults)
{
    /// <summary>The step's name, also where others look for it.</summary>
    public const string StepName = "compatible";

    private static readonly string[] Names = [RenditionQueries.StreamName, RenditionQueries.IndexName];

    public override string Name => StepName;

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
            string journal = await PackageWithWhatWorksAsync(input, version, context, cancellationToken);
            string index = await indexes.BuildAsync(file, journal, cancellationToken);
            await packaging.StoreIndexAsync(version, index, cancellationToken);
        }
        catch (PackagingException failure) when (context.Attempt >= StoreStep.AttemptsAtPackaging)
        {
            await GiveUpAsync(planned, plan, failure.Message, context, cancellationToken);
        }
        catch (PartRefusedException refusal)
        {
            await GiveUpAsync(planned, plan, $"Telegram does not take its parts: {refusal.Message}", context, cancellationToken);
        }

        return StepOutcome<StoredVideo>.Done(input);
    }

    /// <summary>Packages, with less hardware each time that it fails; returns the path of the whole journal.</summary>
    private async Task<string> PackageWithWhatWorksAsync(
        StoredVideo input, PlannedVideo version, StepContext context, CancellationToken cancellationToken)
    {
        while (true)
        {
            string journal = journals.NewSecondPath(input.Video);
            try
            {
                await packaging.RunAsync(version, journal, (_, _) => Task.CompletedTask, context, cancellationToken);
                return journal;
            }
            catch (PackagingException failure) when (HardwareFallback.IsOfUse(version.Plan, failure))
            {
                (PackagePlan plan, string what) = await fallback.StepDownAsync(input.Video, version.Plan, failure, cancellationToken);
                version = version with { Plan = plan };
                await context.ReviseAsync(
                    input with { Planned = input.Planned! with { Compatible = plan } }, what, cancellationToken);
            }
        }
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
