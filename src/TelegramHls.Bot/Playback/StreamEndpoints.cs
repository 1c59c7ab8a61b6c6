using TelegramHls.Bot.Playback.Indexes;
using TelegramHls.Bot.Playback.Viewers;
using TelegramHls.Catalog.Model;
using TelegramHls.Catalog.Queries;
using TelegramHls.Core.Ropes;
using TelegramHls.Storage.Cache;
using TelegramHls.Storage.Reading;

namespace TelegramHls.Bot.Playback;

/// <summary><c>/stream</c> and <c>/dl</c>: the stored bytes behind a classic MP4 header, of the film or of its second version.</summary>
internal sealed class StreamEndpoints(KeyResolver keys, FilmIndexes indexes, RenditionQueries renditions, TimeProvider time)
{

    public static void Map(IEndpointRouteBuilder routes)
    {
        string[] reading = [HttpMethods.Get, HttpMethods.Head];
        routes.MapMethods("/stream/{key}/{name}", reading, StreamAsync).RequireCors(PlaybackServices.OpenToAll);
        routes.MapMethods("/dl/{key}/{name}", reading, DownloadAsync);
    }

    private static Task<IResult> StreamAsync(
        string key, HttpContext context, StreamEndpoints endpoints, CancellationToken cancellationToken) =>
        endpoints.ServeAsync(key, context, asAttachment: false, cancellationToken);

    private static Task<IResult> DownloadAsync(
        string key, HttpContext context, StreamEndpoints endpoints, CancellationToken cancellationToken) =>
        endpoints.ServeAsync(key, context, asAttachment: true, cancellationToken);

    private async Task<IResult> ServeAsync(
        string key, HttpContext context, bool asAttachment, CancellationToken cancellationToken)
    {
        var patience = new Patience(time);
        (PlayableVideo? playable, IResult? refusal) = await keys.ResolveReadyAsync(key, context, cancellationToken);
        if (playable is null)
        {
            return refusal!;
        }

        if (context.Request.Query[ShareAddresses.RenditionQuery] is [{ } wanted])
        {
            playable = wanted == ShareAddresses.Compatible ? await renditions.FindAsync(playable.Video, cancellationToken) : null;
        }

        if (playable is null)
        {
            return Refusals.NoRendition();
        }

        Video video = playable.Video;
        Piece header;
        try
        {
            header = await indexes.HeaderAsync(video, patience, cancellationToken);
        }
        catch (PartUnavailableException exception)
        {
            return Refusals.StorageAway(context, exception);
        }

        var rope = new Rope([header, new Piece.Stored(video.File!.Value, 0, playable.FileLength)]);
        bool isAudio = video.Kind == VideoKind.Audio;
        context.Response.Headers.CacheControl = CacheRules.Revalidate;
        return new RopeResult(
            rope,
            patience,
            isAudio ? "audio/mp4" : "video/mp4",
            $"{video.File}-{playable.FileVersion}-{header.Length}",
            video.ReadyAt,
            asAttachment ? $"{FileNames.From(video.Title)}{(isAudio ? ".m4a" : ".mp4")}" : null,
            new Watched(video, asAttachment ? ViewerProtocol.Download : ViewerProtocol.Stream));
    }
}
