using TelegramHls.Bot.Hosting;
using TelegramHls.Catalog.Model;
using TelegramHls.Catalog.Queries;

namespace TelegramHls.Bot.Playback.Companions;

/// <summary>Links to the second versions of films, for the chat.</summary>
internal sealed class CompatibleLinks(RenditionQueries renditions, PlaybackQueries playback, PublicUrl publicUrl)
{
    /// <summary>Address of the MP4 that plays everywhere; null where there is none beside the film, or the links were revoked.</summary>
    public async Task<string?> FindAsync(Video video, CancellationToken cancellationToken) =>
        video.State == VideoState.Ready
        && await renditions.FindAsync(video, cancellationToken) is not null
        && await playback.FindKeyAsync(video.Id, cancellationToken) is { } key
            ? ShareAddresses.Public(publicUrl, key, video.Title).CompatibleStream
            : null;
}
