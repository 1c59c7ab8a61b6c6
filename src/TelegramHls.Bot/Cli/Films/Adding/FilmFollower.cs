using TelegramHls.Bot.Cli.Errands;
using TelegramHls.Bot.Hosting;
using TelegramHls.Bot.Ingest;
using TelegramHls.Bot.Playback;
using TelegramHls.Bot.Wording;
using TelegramHls.Catalog.Model;
using TelegramHls.Catalog.Queries;
using TelegramHls.Core.Ids;
using TelegramHls.Core.Jobs;

namespace TelegramHls.Bot.Cli.Films.Adding;

/// <summary>A film on its way.</summary>
/// <param name="File">Path of the source.</param>
/// <param name="Video">The film.</param>
/// <param name="Job">Its job.</param>
/// <param name="Wait">It is followed until it is ready; else told of as it is now.</param>
/// <param name="ToTheEnd">Until its job has nothing left to do.</param>
internal sealed record FollowedFilm(string File, VideoId Video, JobId Job, bool Wait, bool ToTheEnd);

/// <summary>Follows a film that was added until it is ready or will never be.</summary>
internal sealed class FilmFollower(VideoQueries videos, PlaybackQueries playback, IJobLedger jobs, PublicUrl publicUrl, TimeProvider clock)
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);

    public async Task<AddedFilm> FollowAsync(
        FollowedFilm film, FilmEnds ends, IProgress<ErrandNote> notes, CancellationToken cancellationToken)
    {
        if (!film.Wait)
        {
            return await TellAsync(film, film.Video, status: null, cancellationToken);
        }

        string name = FilmName.Clean(Path.GetFileName(film.File));
        ends.Heard = (video, status) =>
        {
            if (video == film.Video)
            {
                WorkStanding standing = WorkStanding.Of(status);
                notes.Report(new ErrandNote($"{name}: {standing.Activity}", standing.Share, standing.Detail));
            }
        };
        VideoStatus? last = await UntilSaidAsync(film, ends, cancellationToken);
        while (film.ToTheEnd && !await IsOverAsync(film, cancellationToken))
        {
            notes.Report(new ErrandNote($"{name}: It is ready; its job is ending …"));
            await Task.Delay(BetweenLooks, clock, cancellationToken);
        }

        VideoId video = last is VideoStatus.Duplicate { Existing: var existing } ? existing : film.Video;
        return await TellAsync(film, video, last, cancellationToken);
    }

    /// <summary>The last word; null when there was none, as of a film that was deleted meanwhile.</summary>
    private async Task<VideoStatus?> UntilSaidAsync(FollowedFilm film, FilmEnds ends, CancellationToken cancellationToken)
    {
        Task<VideoStatus> last = ends.LastAsync(film.Video);
        while (!last.IsCompleted && !await IsOverAsync(film, cancellationToken))
        {
            using var look = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            await Task.WhenAny(last, Task.Delay(BetweenLooks, clock, look.Token));
            await look.CancelAsync();
            cancellationToken.ThrowIfCancellationRequested();
        }

        return last.IsCompleted ? await last : null;
    }

    /// <summary>True once nothing more is to come: also what a failed job leaves behind is cleaned up, and its film says why.</summary>
    private async Task<bool> IsOverAsync(FollowedFilm film, CancellationToken cancellationToken) =>
        await jobs.FindAsync(film.Job, cancellationToken) is not { } job
        || (job.IsFinal && (await jobs.UnsettledAsync(cancellationToken)).All(other => other.Id != film.Job));

    private async Task<AddedFilm> TellAsync(FollowedFilm film, VideoId id, VideoStatus? status, CancellationToken cancellationToken)
    {
        Video? video = await videos.FindAsync(id, cancellationToken);
        string? problem = status switch
        {
            VideoStatus.Refused refused => refused.Reason,
            VideoStatus.Failed failed => failed.Reason,
            VideoStatus.Cancelled => "It was cancelled.",
            _ when video is null => "It was deleted.",
            _ => video.State == VideoState.Failed ? video.FailureReason ?? "It was given up." : null,
        };
        string state = status switch
        {
            VideoStatus.Refused => "refused",
            VideoStatus.Cancelled => "cancelled",
            _ => video?.State.ToString().ToLowerInvariant() ?? "deleted",
        };
        string? key = problem is null ? await playback.FindKeyAsync(id, cancellationToken) : null;
        return new AddedFilm(
            film.File,
            id.Value,
            video?.Title,
            state,
            Duplicate: status is VideoStatus.Duplicate,
            problem,
            problem is null ? null : $"telegramhls show {id} tells more",
            key is null ? null : FilmLinks.Of(ShareAddresses.Public(publicUrl, key, video!.Title)));
    }
}
