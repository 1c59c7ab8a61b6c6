using System.Collections.Immutable;
using TelegramHls.Bot.Hosting;
using TelegramHls.Bot.Ingest.Fetch;
using TelegramHls.Bot.Ingest.Plan;
using TelegramHls.Bot.Ingest.Poster;
using TelegramHls.Bot.Ingest.Store;
using TelegramHls.Catalog.Commands;
using TelegramHls.Catalog.Model;
using TelegramHls.Core.Ids;
using TelegramHls.Jobs.Pipelines;
using TelegramHls.Media.Subtitles;
using TelegramHls.Media.Subtitles.Extracting;
using TelegramHls.Storage.Pool;

namespace TelegramHls.Bot.Ingest.Subtitles;

/// <summary>
/// Takes the subtitles out of the film and stores each as it came, before the film itself: who watches early has them. What cannot be
/// read is named in the answer and harms nothing.
/// </summary>
internal sealed class SubtitlesStep(
    SourceFiles sources,
    ISubtitleExtractor extractor,
    CompanionWriter companions,
    SubtitleCommands subtitles,
    FilmNotes notes,
    FaultPoints faults,
    ILogger<SubtitlesStep> logger) : IngestStep<PlannedVideo, PlannedVideo>(faults)
{
    public override string Name => "subtitles";

    protected override async Task<StepOutcome<PlannedVideo>> DoAsync(
        PlannedVideo input, StepContext context, CancellationToken cancellationToken)
    {
        if (!input.Subtitles.IsDefaultOrEmpty)
        {
            await KeepAsync(input, cancellationToken);
        }

        return StepOutcome<PlannedVideo>.Done(input);
    }

    private async Task KeepAsync(PlannedVideo input, CancellationToken cancellationToken)
    {
        VideoId video = input.Source.Video;
        string source = await sources.LocateAsync(input.Source, cancellationToken);
        string folder = Directory.CreateDirectory(Path.Combine(sources.WorkDirectory(video), Name)).FullName;
        ImmutableArray<ExtractedSubtitle> found = await extractor.ExtractAsync(source, input.Subtitles, folder, cancellationToken);
        var unreadable = new List<PlannedSubtitle>();
        foreach (ExtractedSubtitle subtitle in found)
        {
            if (subtitle.Path is null || !await StoreAsync(input, subtitle.Plan, subtitle.Path, cancellationToken))
            {
                unreadable.Add(subtitle.Plan);
            }
        }

        Directory.Delete(folder, recursive: true);
        if (unreadable.Count > 0)
        {
            await notes.AddAsync(video, SubtitleNotes.Unreadable(unreadable), cancellationToken);
        }
    }

    /// <summary>False when Telegram does not take the file.</summary>
    private async Task<bool> StoreAsync(PlannedVideo input, PlannedSubtitle plan, string path, CancellationToken cancellationToken)
    {
        VideoId video = input.Source.Video;
        string name = $"subtitle-{plan.SourceIndex}.{plan.Format.Extension()}";
        try
        {
            if (plan.Format.IsText())
            {
                byte[] text = await File.ReadAllBytesAsync(path, cancellationToken);
                await companions.StoreAsync(video, name, text, input.PartSizes, cancellationToken);
            }
            else
            {
                await using FileStream pictures = File.OpenRead(path);
                await companions.StoreAsync(video, name, pictures, input.PartSizes, cancellationToken);
            }
        }
        catch (PartRefusedException refusal)
        {
            Log.SubtitleRefused(logger, video.Value, refusal.Message);
            return false;
        }

        var track = new VideoTrack(
            string.Empty, TrackKind.Subtitle, plan.Format.Extension(), plan.Language, plan.Title, plan.IsDefault,
            Companion: name, IsForced: plan.IsForced, IsHearingImpaired: plan.IsHearingImpaired);
        await subtitles.AddAsync(video, track, cancellationToken);
        return true;
    }
}
