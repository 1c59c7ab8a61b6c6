using TelegramHls.Bot.Hosting;
using TelegramHls.Bot.Ingest.Fetch;
using TelegramHls.Bot.Ingest.Plan;
using TelegramHls.Bot.Playback.Hls;
using TelegramHls.Core.Ids;
using TelegramHls.Jobs.Pipelines;
using TelegramHls.Media.Fragments;
using TelegramHls.Media.Journals;
using TelegramHls.Media.Packaging;
using TelegramHls.Media.Planning;
using TelegramHls.Storage.Parts;
using TelegramHls.Storage.Reading;

namespace TelegramHls.Bot.Ingest.Store;

/// <summary>
/// Package and Store at once: while ffmpeg writes the stream it is cut, hashed and uploaded. A repeated run brings the same bytes, and
/// what is committed of them is not sent again.
/// </summary>
internal sealed class FilmPackaging(
    SourceFiles sources,
    IPackager packager,
    StoredFileWriters writers,
    GrowingFilms growing,
    IRopeReader reader,
    HardwareFallback fallback,
    PackagingBook book,
    ProgressMeter meter,
    FaultPoints faults)
{
    /// <summary>Packages the film as planned, with less hardware each time that it fails; returns the path of the whole journal.</summary>
    /// <param name="film">What is made, and into which stored file.</param>
    /// <param name="newJournal">A path for the journal of each run.</param>
    /// <param name="onHeader">Hears of the tracks before the first part is cut.</param>
    /// <param name="revised">The step's own record with another plan in it: what a repeated attempt begins with.</param>
    /// <param name="context">The step.</param>
    /// <param name="cancellationToken">Ends ffmpeg and the uploads; what is committed stays.</param>
    /// <exception cref="PackagingException">ffmpeg does not get to the end.</exception>
    public async Task<string> RunAsync<TRecord>(
        PlannedVideo film,
        Func<VideoId, string> newJournal,
        Func<PackageHeader, CancellationToken, Task> onHeader,
        Func<PackagePlan, TRecord> revised,
        StepContext context,
        CancellationToken cancellationToken)
    {
        while (true)
        {
            string journal = newJournal(film.Source.Video);
            try
            {
                await RunOnceAsync(film, journal, onHeader, context, cancellationToken);
                return journal;
            }
            catch (PackagingException failure) when (HardwareFallback.IsOfUse(film.Plan, failure))
            {
                (PackagePlan plan, string what) = await fallback.StepDownAsync(film.Source.Video, film.Plan, failure, cancellationToken);
                film = film with { Plan = plan };
                await context.ReviseAsync(revised(plan), what, cancellationToken);
            }
        }
    }

    /// <summary>Stores the index of a film that was packaged.</summary>
    /// <param name="film">The film.</param>
    /// <param name="path">Path of the index.</param>
    /// <param name="cancellationToken">Ends the uploads; what is committed stays.</param>
    public async Task StoreIndexAsync(PlannedVideo film, string path, CancellationToken cancellationToken)
    {
        var request = new StoreRequest(film.IndexFile, film.Source.Video, film.PartSizes);
        await using StoredFileWriter writer = await writers.OpenAsync(request, cancellationToken);
        await using FileStream index = File.OpenRead(path);
        await writer.WriteAllAsync(index, cancellationToken);
        await writer.CompleteAsync(cancellationToken);
    }

    private async Task RunOnceAsync(
        PlannedVideo film,
        string journalPath,
        Func<PackageHeader, CancellationToken, Task> onHeader,
        StepContext context,
        CancellationToken cancellationToken)
    {
        string source = await sources.LocateAsync(film.Source, cancellationToken);
        await using var journal = new SyncedJournal(journalPath);
        StoreMeter progress = meter.Start(film.Source.Video, film.Plan, film.Source.Size);
        await using StoredFileWriter writer = await writers.OpenAsync(Request(film, journal, progress, context), cancellationToken);
        var sink = new StoreSink(journal, onHeader, () => Forget(film.File)) { Writer = writer };
        PackagingFigures figures = await packager.PackageAsync(film.Plan, source, sink, progress, cancellationToken);
        progress.Packaged(writer.Length);
        await journal.CompleteAsync(cancellationToken);
        await writer.CompleteAsync(cancellationToken);
        context.CountBytes(writer.Length);
        await book.KeepAsync(film, figures, context, cancellationToken);
    }

    private StoreRequest Request(PlannedVideo film, SyncedJournal journal, StoreMeter progress, StepContext context) =>
        new(film.File, film.Source.Video, film.PartSizes)
        {
            WhenCut = (end, sha256, token) => journal.AppendAsync(new PartCut(end, sha256), token),
            BeforeCommit = async (_, token) =>
            {
                await journal.FlushAsync(token);

                // A part that is stored need not be stored again: failed attempts before it no longer count.
                await context.NoteProgressAsync(token);
                faults.Reach($"ingest.{context.Step}.part");
            },
            Progress = progress,
        };

    /// <summary>Parts of an earlier run had other bytes and are gone: what is known of the film's parts is not true any more.</summary>
    private void Forget(StoredFileId file)
    {
        reader.Forget(file);
        growing.Forget(file);
    }
}
