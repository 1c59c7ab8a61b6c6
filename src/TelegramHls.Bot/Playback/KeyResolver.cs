using TelegramHls.Catalog.Model;
using TelegramHls.Catalog.Queries;
using TelegramHls.Core.Ids;

namespace TelegramHls.Bot.Playback;

/// <summary>From a share key to its video, or to the answer that refuses it.</summary>
internal sealed class KeyResolver(PlaybackQueries queries)
{
    private const int SecondsUntilNextTry = 5;

    /// <summary>
    /// The video behind the key once it is ready; else the refusal: 404 for an unknown, revoked or expired key (the same
    /// answer for all three), 503 with <c>Retry-After</c> while the video is in work.
    /// </summary>
    public async Task<(PlayableVideo? Video, IResult? Refusal)> ResolveReadyAsync(
        string key, HttpContext context, CancellationToken cancellationToken)
    {
        PlayableVideo? video = Base62.IsValid(key) ? await queries.ResolveAsync(key, cancellationToken) : null;
        if (video is null || video.Video.State == VideoState.Failed)
        {
            return (null, Refusals.UnknownKey());
        }

        return video.Video is { State: VideoState.Ready, File: not null }
            ? (video, null)
            : (null, Refusals.NotYet(context, SecondsUntilNextTry, "This film is still being stored."));
    }
}
