using TelegramHls.Bot.Hosting;
using TelegramHls.Bot.Ingest.Publish;
using TelegramHls.Catalog.Model;
using TelegramHls.Catalog.Queries;
using TelegramHls.Jobs.Pipelines;

namespace TelegramHls.Bot.Ingest.Announce;

/// <summary>Edits the links into the one message.</summary>
internal sealed class AnnounceStep(VideoQueries videos, IVideoAnnouncer announcer, FaultPoints faults)
    : IngestStep<StoredVideo, StoredVideo>(faults)
{
    public override string Name => "announce";

    protected override async Task<StepOutcome<StoredVideo>> DoAsync(
        StoredVideo input, StepContext context, CancellationToken cancellationToken)
    {
        Video? video = await videos.FindAsync(input.Video, cancellationToken);
        if (video is { ReadyAt: { } ready })
        {
            var status = new VideoStatus.Ready(ready - video.CreatedAt);
            await announcer.ShowAndWaitAsync(input.Video, status, cancellationToken);
        }

        return StepOutcome<StoredVideo>.Done(input);
    }
}
