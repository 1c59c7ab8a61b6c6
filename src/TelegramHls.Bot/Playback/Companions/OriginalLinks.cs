using TelegramHls.Bot.Hosting;
using TelegramHls.Catalog.Model;
using TelegramHls.Catalog.Queries;

namespace TelegramHls.Bot.Playback.Companions;

/// <summary>Links to files as they were sent, for the chat.</summary>
internal sealed class OriginalLinks(OriginalEndpoint originals, PlaybackQueries playback, PublicUrl publicUrl)
{
    /// <summary>Address of the file as it was sent; null where it is not kept, or the links were revoked.</summary>
    public async Task<string?> FindAsync(Video video, CancellationToken cancellationToken) =>
        await originals.HasAsync(video, cancellationToken) && await playback.FindKeyAsync(video.Id, cancellationToken) is { } key
            ? ShareAddresses.Public(publicUrl, key, video.Title).Original(video.FileName)
            : null;
}
