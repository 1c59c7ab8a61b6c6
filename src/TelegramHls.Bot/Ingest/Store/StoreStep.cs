using TelegramHls.Bot.Hosting;
using TelegramHls.Bot.Ingest.Admit;
using TelegramHls.Bot.Ingest.Plan;
using TelegramHls.Bot.Ingest.Publish;
using TelegramHls.Bot.Playback.Hls;
using TelegramHls.Bot.Playback.Indexes;
using TelegramHls.Catalog.Commands;
using TelegramHls.Jobs.Pipelines;
using TelegramHls.Media.Packaging;
using TelegramHls.Storage.Pool;

namespace TelegramHls.Bot.Ingest.Store;

/// <summary>Packages and stores the film, then its index.</summary>
internal sealed class StoreStep(
    FilmPackaging packaging,
    VideoCommands commands,
    FilmIndexes indexes,
    FilmJournals journals,
    GrowingFilms growing,
    DiskSpace disk,
    FilmEnd end,
    FaultPoints faults) : IngestStep<PlannedVideo, StoredVideo>(faults)
{
    /// <summary>The step's name, also where others look for it.</summary>
    public const string StepName = "store";

    /// <summary>ffmpeg says the same about the same film each time, so it is not asked more often.</summary>
    public const int AttemptsAtPackaging = 2;

    private readonly FaultPoints _faults = faults;

    public override string Name => StepName;

    public override string? LaneOf(PlannedVideo input) => FilmLanes.Of(input.Plan);

    protected override async Task<StepOutcome<StoredVideo>> DoAsync(
        PlannedVideo input, StepContext context, CancellationToken cancellationToken)
    {
        disk.Hold(input.Source.Video, input.Source.Size);
        await growing.TidyAsync(input.Source.Video, input.File, cancellationToken);
        PlannedVideo made = input;
        string journalPath;
        try
        {
            journalPath = await packaging.RunAsync(
                input,
                journals.NewPath,
                (header, token) => commands.BeginStoringAsync(input.Source.Video, input.File, TrackRows.Of(header), token),
                plan => made = input with { Plan = plan },
                context,
                cancellationToken);
        }
        catch (PackagingException failure) when (context.Attempt >= AttemptsAtPackaging)
        {
            await context.WarnAsync(failure.Message, FaultText.DetailOf(failure), cancellationToken);
            return StepOutcome<StoredVideo>.Refused(failure.Message);
        }
        catch (PartRefusedException refusal)
        {
            return StepOutcome<StoredVideo>.Refused($"Telegram does not take the film's parts: {refusal.Message}");
        }

        _faults.Reach("ingest.store.packaged");
        string index = await indexes.BuildAsync(input.File, journalPath, cancellationToken);
        await end.NoteAsync(input.Source.Video, made.Plan, FilmEnd.Of(index), context, cancellationToken);
        await packaging.StoreIndexAsync(made, index, cancellationToken);
        return StepOutcome<StoredVideo>.Done(new StoredVideo(1, input.Source.Video, input.File, input.IndexFile, made));
    }
}
