using TelegramHls.Bot.Ingest;
using TelegramHls.Bot.Wording;
using TelegramHls.Catalog.Model;
using TelegramHls.Catalog.Queries;
using TelegramHls.Core.Ids;

namespace TelegramHls.Bot.Playback;

/// <summary>From a share key to its video, or to the answer that refuses it.</summary>
internal sealed class KeyResolver(PlaybackQueries queries, StatusBoard board)
{
    /// <summary>
    /// The video behind the key, ready or in work; null for an unknown, revoked or expired key and for a video that was given up.
    /// </summary>
    public async Task<PlayableVideo?> FindAsync(string key, CancellationToken cancellationToken)
    {
        PlayableVideo? video = Base62.IsValid(key) ? await queries.ResolveAsync(key, cancellationToken) : null;
        return video is { Video.State: VideoState.Failed } ? null : video;
    }

    /// <summary>
    /// The video behind the key once it is ready; else the refusal: 404 for an unknown, revoked or expired key (the same
    /// answer for all three), 503 with <c>Retry-After</c> while the video is in work.
    /// </summary>
    public async Task<(PlayableVideo? Video, IResult? Refusal)> ResolveReadyAsync(
        string key, HttpContext context, CancellationToken cancellationToken)
    {
        PlayableVideo? video = await FindAsync(key, cancellationToken);
        return video switch
        {
            null => (null, Refusals.UnknownKey()),
            { IsReady: true } => (video, null),
            _ => (null, Refusals.InWork(context, StandingOf(video.Video))),
        };
    }

    /// <summary>How a video that is not ready stands.</summary>
    public WorkStanding StandingOf(Video video) => WorkStanding.Of(board.Find(video.Id));
}
