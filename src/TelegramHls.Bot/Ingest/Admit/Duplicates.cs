using TelegramHls.Catalog.Commands;
using TelegramHls.Catalog.Model;
using TelegramHls.Catalog.Queries;

namespace TelegramHls.Bot.Ingest.Admit;

/// <summary>Answers a film that is here already without moving its bytes again.</summary>
internal sealed class Duplicates(
    DuplicateQueries queries, PublishCommands publishing, DeleteCommands deleting, IVideoAnnouncer announcer, TimeProvider clock)
{
    /// <summary>
    /// True when the video was answered: with the same owner's existing one (the new row goes), or by sharing the stored
    /// file of another owner's.
    /// </summary>
    public async Task<bool> AnswerAsync(Video video, CancellationToken cancellationToken)
    {
        DuplicateVideo? found = await queries.FindAsync(video.Id, cancellationToken);
        if (found is null)
        {
            return false;
        }

        if (found.SameOwner)
        {
            await announcer.ShowAndWaitAsync(video.Id, new VideoStatus.Duplicate(found.Video.Id), cancellationToken);
            await deleting.DeleteAsync(video.Id, cancellationToken);
            return true;
        }

        if (await publishing.ShareFileAsync(video.Id, found.Video.Id, cancellationToken) is null)
        {
            return false;
        }

        TimeSpan elapsed = clock.GetUtcNow() - video.CreatedAt;
        await announcer.ShowAndWaitAsync(video.Id, new VideoStatus.Ready(elapsed), cancellationToken);
        return true;
    }
}
