using TelegramHls.Bot.Ingest.Plan;
using TelegramHls.Bot.Wording;
using TelegramHls.Catalog.Statistics;
using TelegramHls.Jobs.Pipelines;
using TelegramHls.Media.Encoders.Hardware;
using TelegramHls.Media.Packaging;
using TelegramHls.Media.Planning;

namespace TelegramHls.Bot.Ingest.Store;

/// <summary>Writes down how each film was made: in the statistics and in its job's history.</summary>
internal sealed class PackagingBook(PackagingStatistics statistics)
{
    public async Task KeepAsync(PlannedVideo input, PackagingFigures figures, StepContext context, CancellationToken cancellationToken)
    {
        Packaging made = Of(input, figures, context);
        IngestMetrics.Packagings.Add(1, new KeyValuePair<string, object?>("picture", made.Picture ?? "none"));
        await statistics.KeepAsync(made, cancellationToken);
        await context.NoteAsync(PackagingText.Of(made), cancellationToken);
    }

    private static Packaging Of(PlannedVideo input, PackagingFigures figures, StepContext context)
    {
        PackagePlan plan = input.Plan;
        int Sounds(TrackAction action) => plan.Tracks.Count(track => track.Kind == TrackKind.Audio && track.Action == action);
        bool hasPicture = plan.Tracks.Any(track => track.Kind == TrackKind.Video);
        return new Packaging(
            input.File,
            input.Source.Video,
            context.Job,
            hasPicture ? HardwarePlan.EncoderOf(plan) ?? Packaging.Copied : null,
            Sounds(TrackAction.Copy),
            Sounds(TrackAction.Encode),
            input.Source.Size,
            figures.Bytes,
            figures.Played,
            figures.Elapsed,
            figures.Worked);
    }
}
