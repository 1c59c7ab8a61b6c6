using TelegramHls.Catalog.Database;
using TelegramHls.Catalog.Ledgers;
using TelegramHls.Catalog.Model;
using TelegramHls.Catalog.Rows;
using TelegramHls.Core.Jobs;

namespace TelegramHls.Catalog.Commands;

/// <summary>The rows with which a video or a job begins.</summary>
internal static class NewRows
{
    public static void Add(CatalogContext context, NewVideo video, JobRecord job, DateTimeOffset now)
    {
        context.Videos.Add(new VideoRow
        {
            Id = video.Id,
            OwnerId = video.OwnerId,
            ChatId = video.ChatId,
            SourceMessageId = video.SourceMessageId,
            Kind = video.Kind,
            State = VideoState.Queued,
            Title = video.Title,
            FileName = video.FileName,
            MimeType = video.MimeType,
            Size = video.Size,
            SourceUniqueId = video.SourceUniqueId,
            SourceFileId = video.SourceFileId,
            CreatedAt = now,
        });
        Add(context, job, now).Call(video.Title, video.FileName);
    }

    public static JobRow Add(CatalogContext context, JobRecord job, DateTimeOffset now)
    {
        JobRow row = context.Jobs.Add(JobRow.Of(job)).Entity;
        if (job.Step is not null)
            context.JobCheckpoints.Add(new JobCheckpointRow { JobId = job.Id, Step = job.Step, Checkpoint = job.Checkpoint });

        context.JobEvents.Add(new JobEventRow
        {
            JobId = job.Id,
            At = now,
            Step = job.Step,
            Kind = JobEventKind.Queued,
            Message = "Queued.",
        });
        return row;
    }
}
