using TelegramHls.Bot.Hosting;
using TelegramHls.Bot.Ingest.Admit;
using TelegramHls.Bot.Ingest.Fetch;
using TelegramHls.Bot.Ingest.Plan;
using TelegramHls.Bot.Ingest.Publish;
using TelegramHls.Bot.Playback.Hls;
using TelegramHls.Bot.Playback.Indexes;
using TelegramHls.Catalog.Commands;
using TelegramHls.Core.Ids;
using TelegramHls.Jobs.Pipelines;
using TelegramHls.Media.Journals;
using TelegramHls.Media.Packaging;
using TelegramHls.Storage.Parts;
using TelegramHls.Storage.Pool;
using TelegramHls.Storage.Reading;

namespace TelegramHls.Bot.Ingest.Store;

/// <summary>
/// Package and Store at once: while ffmpeg writes the stream it is cut, hashed and uploaded; at the end comes the index.
/// A repeated run brings the same bytes, and what is committed of them is not sent again.
/// </summary>
internal sealed class StoreStep(
    SourceFiles sources,
    IPackager packager,
    StoredFileWriters writers,
    VideoCommands commands,
    FilmIndexes indexes,
    FilmJournals journals,
    GrowingFilms growing,
    IRopeReader reader,
    DiskSpace disk,
    HardwareFallback fallback,
    PackagingBook book,
    ProgressMeter meter,
    FilmEnd end,
    FaultPoints faults) : IngestStep<PlannedVideo, StoredVideo>(faults)
{
    /// <summary>The step's name, also where others look for it.</summary>
    public const string StepName = "store";

    private const int AttemptsAtPackaging = 2;

    private readonly FaultPoints _faults = faults;

    public override string Name => StepName;

    protected override async Task<StepOutcome<StoredVideo>> DoAsync(
        PlannedVideo input, StepContext context, CancellationToken cancellationToken)
    {
        disk.Hold(input.Source.Video, input.Source.Size);
        await growing.TidyAsync(input.Source.Video, input.File, cancellationToken);
        string journalPath;
        try
        {
            journalPath = await PackageWithWhatWorksAsync(input, context, cancellationToken);
        }
        catch (PackagingException failure) when (context.Attempt >= AttemptsAtPackaging)
        {
            // ffmpeg says the same about the same film each time.
            return StepOutcome<StoredVideo>.Refused(failure.Message);
        }
        catch (PartRefusedException refusal)
        {
            return StepOutcome<StoredVideo>.Refused($"Telegram does not take the film's parts: {refusal.Message}");
        }

        _faults.Reach("ingest.store.packaged");
        string index = await indexes.BuildAsync(input.File, journalPath, cancellationToken);
        await end.NoteAsync(input.Source.Video, input.Plan, FilmEnd.Of(index), context, cancellationToken);
        await StoreIndexAsync(input, index, cancellationToken);
        return StepOutcome<StoredVideo>.Done(new StoredVideo(1, input.Source.Video, input.File, input.IndexFile, input));
    }

    /// <summary>Packages, with less hardware each time that it fails; returns the path of the whole journal.</summary>
    private async Task<string> PackageWithWhatWorksAsync(PlannedVideo input, StepContext context, CancellationToken cancellationToken)
    {
        while (true)
        {
            string journalPath = journals.NewPath(input.Source.Video);
            try
            {
                await PackageAsync(input, journalPath, context, cancellationToken);
                return journalPath;
            }
            catch (PackagingException failure) when (HardwareFallback.IsOfUse(input, failure))
            {
                input = await fallback.StepDownAsync(input, failure, context, cancellationToken);
            }
        }
    }

    private async Task PackageAsync(
        PlannedVideo input, string journalPath, StepContext context, CancellationToken cancellationToken)
    {
        VideoId video = input.Source.Video;
        string source = await sources.LocateAsync(input.Source, cancellationToken);
        await using var journal = new SyncedJournal(journalPath);
        StoreMeter progress = meter.Start(video, input.Plan, input.Source.Size);
        var request = new StoreRequest(input.File, video, input.PartSizes)
        {
            WhenCut = (end, sha256, token) => journal.AppendAsync(new PartCut(end, sha256), token),
            BeforeCommit = async (_, token) =>
            {
                await journal.FlushAsync(token);

                // A part that is stored need not be stored again: failed attempts before it no longer count.
                await context.NoteProgressAsync(token);
                _faults.Reach("ingest.store.part");
            },
            Progress = progress,
        };
        await using StoredFileWriter writer = await writers.OpenAsync(request, cancellationToken);
        var sink = new StoreSink(
            journal,
            (header, token) => commands.BeginStoringAsync(video, input.File, TrackRows.Of(header), token),
            () => Forget(input.File))
        {
            Writer = writer,
        };
        PackagingFigures figures = await packager.PackageAsync(input.Plan, source, sink, progress, cancellationToken);
        progress.Packaged(writer.Length);
        await journal.CompleteAsync(cancellationToken);
        await writer.CompleteAsync(cancellationToken);
        await book.KeepAsync(input, figures, context, cancellationToken);
    }

    /// <summary>Parts of an earlier run had other bytes and are gone: what is known of the film's parts is not true any more.</summary>
    private void Forget(StoredFileId file)
    {
        reader.Forget(file);
        growing.Forget(file);
    }

    private async Task StoreIndexAsync(PlannedVideo input, string path, CancellationToken cancellationToken)
    {
        var request = new StoreRequest(input.IndexFile, input.Source.Video, input.PartSizes);
        await using StoredFileWriter writer = await writers.OpenAsync(request, cancellationToken);
        await using FileStream index = File.OpenRead(path);
        byte[] buffer = new byte[64 * 1024];
        int read;
        while ((read = await index.ReadAsync(buffer, cancellationToken)) > 0)
        {
            await writer.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        await writer.CompleteAsync(cancellationToken);
    }
}
