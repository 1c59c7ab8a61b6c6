using System.Globalization;
using Telegram.Bot.Types;
using TelegramHls.Bot.Ingest;
using TelegramHls.Catalog.Commands;
using TelegramHls.Catalog.Model;
using TelegramHls.Core.Ids;
using TelegramHls.Core.Jobs;
using TelegramHls.Jobs;

namespace TelegramHls.Bot.Conversation.Inbox;

/// <summary>Turns a message with a file into a video with a job.</summary>
internal sealed class FilmIntake(InboxCommands inbox, JobQueue queue, IVideoAnnouncer announcer)
{
    /// <summary>Commits video, job and the handled message at once, then starts the job.</summary>
    public async Task TakeAsync(
        InboxEntry entry, Message message, IncomingMedia media, CancellationToken cancellationToken)
    {
        var video = new NewVideo(
            VideoId.New(),
            message.From!.Id,
            message.Chat.Id,
            message.Id,
            media.Kind,
            media.Title,
            media.FileName,
            media.Size,
            media.MimeType,
            media.UniqueId,
            media.FileId);
        JobRecord job = queue.NewJob(
            IngestPipeline.PipelineName,
            video.Id.Value,
            video.OwnerId.ToString(CultureInfo.InvariantCulture),
            new IngestRequest(1, video.Id));
        if (await inbox.QueueVideoAsync(entry.Number, video, job, cancellationToken))
        {
            announcer.Show(video.Id, new VideoStatus.Queued());
            queue.Wake();
        }
    }
}
