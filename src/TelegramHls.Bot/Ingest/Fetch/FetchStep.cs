using TelegramHls.Bot.Hosting;
using TelegramHls.Bot.Ingest.Admit;
using TelegramHls.Bot.Ingest.Clean;
using TelegramHls.Catalog.Commands;
using TelegramHls.Catalog.Model;
using TelegramHls.Catalog.Queries;
using TelegramHls.Jobs.Pipelines;
using TelegramHls.Storage.Transport;

namespace TelegramHls.Bot.Ingest.Fetch;

/// <summary>Brings the source to the local disk, then looks once more whether it is here already: by content.</summary>
internal sealed class FetchStep(
    SourceFiles sources,
    SourceLimit limit,
    VideoQueries videos,
    VideoCommands commands,
    Duplicates duplicates,
    Leftovers leftovers,
    DiskSpace disk,
    ProgressMeter meter,
    FaultPoints faults) : IngestStep<AdmittedVideo, FetchedSource>(faults)
{
    public override string Name => "fetch";

    protected override async Task<StepOutcome<FetchedSource>> DoAsync(
        AdmittedVideo input, StepContext context, CancellationToken cancellationToken)
    {
        disk.Hold(input.Video, input.CopySize);
        FetchedSource source;
        try
        {
            source = await (input.Local is { } local
                ? sources.TakeAsync(input.Video, local, meter.Start(input.Video, "Reading"), cancellationToken)
                : sources.FetchAsync(input.Video, input.FileId!, input.Size, meter.Start(input.Video, "Fetching"), cancellationToken));
        }
        catch (Exception fault) when (input.Local is not null && fault is UnauthorizedAccessException or FileNotFoundException)
        {
            return StepOutcome<FetchedSource>.Refused($"The file cannot be read any more: {fault.Message}");
        }
        catch (FileSourceException refusal) when (refusal.Fault == FileFault.TooBig)
        {
            return StepOutcome<FetchedSource>.Refused(
                limit.Refuse(long.Max(input.Size, limit.Bytes + 1), isLocal: false) ?? refusal.Message);
        }

        context.CountBytes(source.Size);
        IngestMetrics.SourceBytes.Add(source.Size);
        if (source.Size == 0)
        {
            return StepOutcome<FetchedSource>.Refused("This file is empty.");
        }

        await commands.SetSourceAsync(input.Video, source.Sha256, source.Size, cancellationToken);
        Video? video = await videos.FindAsync(input.Video, cancellationToken);
        if (video is not null && !await duplicates.AnswerAsync(video, cancellationToken))
        {
            return StepOutcome<FetchedSource>.Done(source);
        }

        leftovers.RemoveSpool(input.Video);
        return StepOutcome<FetchedSource>.Finished();
    }
}
