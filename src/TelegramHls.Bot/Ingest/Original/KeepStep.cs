using Microsoft.Extensions.Options;
using TelegramHls.Bot.Hosting;
using TelegramHls.Bot.Ingest.Fetch;
using TelegramHls.Bot.Ingest.Publish;
using TelegramHls.Catalog.Commands;
using TelegramHls.Catalog.Model;
using TelegramHls.Catalog.Queries;
using TelegramHls.Jobs.Pipelines;
using TelegramHls.Storage.Pool;
using TelegramHls.Storage.Pool.Originals;
using TelegramHls.Storage.Transport.Originals;

namespace TelegramHls.Bot.Ingest.Original;

/// <summary>
/// Keeps what the person sent, as it was sent, once the film is ready and announced. A film whose original could not be kept is a
/// film all the same.
/// </summary>
internal sealed class KeepStep(
    VideoQueries videos,
    SourceFiles sources,
    CompanionCommands companions,
    OriginalPlace place,
    OriginalKeeper keeper,
    IOptions<StorageOptions> options,
    FaultPoints faults,
    ILogger<KeepStep> logger) : IngestStep<StoredVideo, StoredVideo>(faults)
{
    /// <summary>Name of the companion.</summary>
    public const string CompanionName = "original";

    public override string Name => "original";

    protected override async Task<StepOutcome<StoredVideo>> DoAsync(
        StoredVideo input, StepContext context, CancellationToken cancellationToken)
    {
        Video? video = await videos.FindAsync(input.Video, cancellationToken);
        if (!options.Value.KeepOriginal || video?.SourceFileId is null)
        {
            return StepOutcome<StoredVideo>.Done(input);
        }

        if (await place.CheckAsync(cancellationToken))
        {
            await KeepAsync(video, cancellationToken);
        }
        else if (place.Trouble is null)
        {
            // What is wrong for good is logged once, not with each film.
            Log.OriginalNotKept(logger, video.Id.Value, "Telegram did not answer");
        }

        return StepOutcome<StoredVideo>.Done(input);
    }

    private async Task KeepAsync(Video video, CancellationToken cancellationToken)
    {
        if (await companions.BeginAsync(video.Id, CompanionName, cancellationToken) is not { } file)
        {
            return;
        }

        string? whyNot;
        try
        {
            var source = new SourceMessage(
                video.ChatId, video.SourceMessageId, video.SourceFileId!, video.SourceUniqueId ?? string.Empty);
            whyNot = await keeper.KeepAsync(
                file, video.Id, source, token => sources.OpenAsync(video.Id, source.FileId, token), cancellationToken);
        }
        catch (IOException fault)
        {
            whyNot = fault.Message;
        }

        if (whyNot is not null)
        {
            Log.OriginalNotKept(logger, video.Id.Value, whyNot);
            return;
        }

        // Somebody else may have sent the same film since it is ready.
        await companions.ShareAsync(video.Id, [CompanionName], cancellationToken);
    }
}
