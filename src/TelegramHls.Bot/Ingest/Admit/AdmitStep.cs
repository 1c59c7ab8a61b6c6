using TelegramHls.Bot.Hosting;
using TelegramHls.Bot.Wording;
using TelegramHls.Catalog.Commands;
using TelegramHls.Catalog.Model;
using TelegramHls.Catalog.Queries;
using TelegramHls.Jobs.Pipelines;

namespace TelegramHls.Bot.Ingest.Admit;

/// <summary>Refuses before any byte moves: what is known already, too large, empty. What finds no room on the disk waits here.</summary>
internal sealed class AdmitStep(
    VideoQueries videos,
    Duplicates duplicates,
    SourceLimit limit,
    DiskSpace disk,
    VideoCommands commands,
    FaultPoints faults) : IngestStep<IngestRequest, AdmittedVideo>(faults)
{
    public override string Name => "admit";

    protected override async Task<StepOutcome<AdmittedVideo>> DoAsync(
        IngestRequest input, StepContext context, CancellationToken cancellationToken)
    {
        Video? video = await videos.FindAsync(input.Video, cancellationToken);
        if (video is null || video.State == VideoState.Deleting)
        {
            return StepOutcome<AdmittedVideo>.Finished();
        }

        if (await duplicates.AnswerAsync(video, cancellationToken))
        {
            return StepOutcome<AdmittedVideo>.Finished();
        }

        var admitted = new AdmittedVideo(1, video.Id, video.SourceFileId, video.Size, input.Local);
        if ((limit.Refuse(video.Size, isLocal: input.Local is not null) ?? disk.Refuse(admitted.CopySize)) is { } refusal)
        {
            return StepOutcome<AdmittedVideo>.Refused(refusal);
        }

        if (!disk.TryReserve(video.Id, admitted.CopySize))
        {
            throw new DiskLowException(StorageText.WhyNot(disk.Status));
        }

        await commands.AdmitAsync(video.Id, cancellationToken);
        return StepOutcome<AdmittedVideo>.Done(admitted);
    }
}
