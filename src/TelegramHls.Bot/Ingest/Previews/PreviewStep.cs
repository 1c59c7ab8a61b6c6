using System.Security.Cryptography;
using System.Text;
using TelegramHls.Bot.Hosting;
using TelegramHls.Bot.Ingest.Fetch;
using TelegramHls.Bot.Ingest.Plan;
using TelegramHls.Bot.Ingest.Poster;
using TelegramHls.Bot.Ingest.Publish;
using TelegramHls.Catalog.Commands;
using TelegramHls.Catalog.Model;
using TelegramHls.Jobs.Pipelines;
using TelegramHls.Media.Pictures;
using TelegramHls.Media.Previews;
using TelegramHls.Storage.Pool;
using TelegramHls.Storage.Transport;

namespace TelegramHls.Bot.Ingest.Previews;

/// <summary>
/// Makes and stores the small pictures by which one finds a place in the film, once its links are out. A film without them is a film
/// all the same: why it has none is said in the log and the job's history.
/// </summary>
internal sealed class PreviewStep(
    SourceFiles sources,
    IPreviewMaker previews,
    CompanionWriter companions,
    CompanionCommands commands,
    FaultPoints faults,
    ILogger<PreviewStep> logger) : IngestStep<StoredVideo, StoredVideo>(faults)
{
    /// <summary>Name of the companion that says which picture is where.</summary>
    public const string TrackName = "previews.vtt";

    public override string Name => "previews";

    /// <summary>Name of the companion that is a sheet of pictures.</summary>
    /// <param name="sheet">Its number, from 0.</param>
    public static string SheetName(int sheet) => $"previews-{sheet}.jpg";

    protected override async Task<StepOutcome<StoredVideo>> DoAsync(
        StoredVideo input, StepContext context, CancellationToken cancellationToken)
    {
        if (input.Planned is { Pictures: { } film } planned
            && await TryAsync(planned, film, cancellationToken) is { } whyNot)
        {
            Log.NoPreviews(logger, input.Video.Value, whyNot);
            await context.NoteAsync($"No previews: {whyNot}", cancellationToken);
        }

        return StepOutcome<StoredVideo>.Done(input);
    }

    /// <summary>Why there are none; null when they are stored.</summary>
    private async Task<string?> TryAsync(PlannedVideo planned, FilmPictures film, CancellationToken cancellationToken)
    {
        try
        {
            string source = await sources.LocateAsync(planned.Source, cancellationToken);
            PreviewOutcome outcome = await previews.MakeAsync(source, film, cancellationToken);
            return await outcome.Match(
                async made =>
                {
                    await StoreAsync(planned, made.Sheets, cancellationToken);
                    return (string?)null;
                },
                notMade => Task.FromResult<string?>(notMade.Reason));
        }
        catch (Exception fault) when (fault is FileSourceException or PartRefusedException or IOException)
        {
            return fault.Message;
        }
    }

    private async Task StoreAsync(PlannedVideo planned, PreviewSheets sheets, CancellationToken cancellationToken)
    {
        string[] names = [.. sheets.Sheets.Select((_, sheet) => SheetName(sheet)), TrackName];

        // Each sheet's address changes with its bytes: it can be kept for long.
        string track = sheets.Track(sheet =>
            $"{names[sheet]}?v={Companion.TagOf(Convert.ToHexStringLower(SHA256.HashData(sheets.Sheets[sheet])))}");
        byte[][] files = [.. sheets.Sheets, Encoding.UTF8.GetBytes(track)];
        foreach ((string name, byte[] bytes) in names.Zip(files))
        {
            await companions.StoreAsync(planned.Source.Video, name, bytes, planned.PartSizes, cancellationToken);
        }

        await commands.ShareAsync(planned.Source.Video, names, cancellationToken);
    }
}
