using TelegramHls.Bot.Hosting;
using TelegramHls.Catalog.Commands;
using TelegramHls.Catalog.Model;
using TelegramHls.Catalog.Queries;
using TelegramHls.Jobs.Pipelines;

namespace TelegramHls.Bot.Ingest.Publish;

/// <summary>Switches every link on, in one transaction.</summary>
internal sealed class PublishStep(PublishCommands publishing, VideoQueries videos, FaultPoints faults)
    : IngestStep<StoredVideo, StoredVideo>(faults)
{
    public override string Name => "publish";

    protected override async Task<StepOutcome<StoredVideo>> DoAsync(
        StoredVideo input, StepContext context, CancellationToken cancellationToken)
    {
        IReadOnlyList<VideoTrack> tracks = await videos.TracksAsync(input.Video, cancellationToken);
        string? key = await publishing.PublishAsync(
            input.Video, input.File, input.IndexFile, tracks, cancellationToken);
        return key is null ? StepOutcome<StoredVideo>.Finished() : StepOutcome<StoredVideo>.Done(input);
    }
}
