using System.Text;
using Microsoft.Net.Http.Headers;
using TelegramHls.Bot.Playback.Indexes;
using TelegramHls.Catalog.Model;
using TelegramHls.Core.Ropes;
using TelegramHls.Media.Playlists;
using TelegramHls.Storage.Cache;
using TelegramHls.Storage.Reading;

namespace TelegramHls.Bot.Playback;

/// <summary><c>/hls</c>: playlists, init segments and media segments, all cut out of the one stored stream.</summary>
internal sealed class HlsEndpoints(KeyResolver keys, FilmIndexes indexes, TimeProvider time)
{
    private const string PlaylistType = "application/vnd.apple.mpegurl";
    private const string Revalidate = "private, no-cache";

    // Addresses of segments carry the version of the stored file, so their bytes never change.
    private const string ForEver = "private, max-age=31536000, immutable";

    public static void Map(IEndpointRouteBuilder routes)
    {
        string[] reading = [HttpMethods.Get, HttpMethods.Head];
        RouteGroupBuilder hls = routes.MapGroup("/hls/{key}").RequireCors(PlaybackServices.OpenToAll);
        hls.MapMethods("/master.m3u8", reading, (string key, HttpContext context, HlsEndpoints endpoints, CancellationToken cancellationToken) =>
            endpoints.MasterAsync(key, context, cancellationToken));
        hls.MapMethods("/{track}.m3u8", reading, (string key, string track, HttpContext context, HlsEndpoints endpoints, CancellationToken cancellationToken) =>
            endpoints.PlaylistAsync(key, track, context, cancellationToken));
        hls.MapMethods("/{track}/init.mp4", reading, (string key, string track, HttpContext context, HlsEndpoints endpoints, CancellationToken cancellationToken) =>
            endpoints.InitAsync(key, track, context, cancellationToken));
        hls.MapMethods("/{track}/{number:int}.m4s", reading, (string key, string track, int number, HttpContext context, HlsEndpoints endpoints, CancellationToken cancellationToken) =>
            endpoints.SegmentAsync(key, track, number, context, cancellationToken));
    }

    private Task<IResult> MasterAsync(string key, HttpContext context, CancellationToken cancellationToken) =>
        AnswerAsync(
            key,
            context,
            film => Playlist(context, film, "master", MasterPlaylist.Write(film.Cut.Tracks, film.Version)),
            cancellationToken);

    private Task<IResult> PlaylistAsync(string key, string track, HttpContext context, CancellationToken cancellationToken) =>
        AnswerAsync(
            key,
            context,
            film => film.Cut.Find(track) is { } segments
                ? Playlist(context, film, track, MediaPlaylist.Write(segments, film.Cut.Header.TargetDuration, film.Version))
                : Refusals.NoSuchPiece(),
            cancellationToken);

    private Task<IResult> InitAsync(string key, string track, HttpContext context, CancellationToken cancellationToken) =>
        AnswerAsync(
            key,
            context,
            film => film.Cut.Find(track) is { } segments
                ? Bytes(context, film, $"{track}-init", segments, new Rope([new Piece.Inline(segments.Track.Init)]))
                : Refusals.NoSuchPiece(),
            cancellationToken);

    private Task<IResult> SegmentAsync(
        string key, string track, int number, HttpContext context, CancellationToken cancellationToken) =>
        AnswerAsync(
            key,
            context,
            film => film.Cut.Find(track) is { } segments && number < segments.Segments.Length
                ? Bytes(context, film, $"{track}-{number}", segments, segments.RopeOf(segments.Segments[number], film.Video.File!.Value))
                : Refusals.NoSuchPiece(),
            cancellationToken);

    private async Task<IResult> AnswerAsync(
        string key, HttpContext context, Func<HlsFilm, IResult> answer, CancellationToken cancellationToken)
    {
        var patience = new Patience(time);
        (PlayableVideo? playable, IResult? refusal) = await keys.ResolveReadyAsync(key, context, cancellationToken);
        if (playable is null)
        {
            return refusal!;
        }

        try
        {
            return answer(new HlsFilm(playable, await indexes.CutAsync(playable.Video, patience, cancellationToken), patience));
        }
        catch (PartUnavailableException exception)
        {
            return Refusals.StorageAway(context, exception);
        }
    }

    private static IResult Playlist(HttpContext context, HlsFilm film, string name, string text)
    {
        context.Response.Headers.CacheControl = Revalidate;
        return Results.Bytes(
            Encoding.UTF8.GetBytes(text),
            PlaylistType,
            lastModified: film.Video.ReadyAt,
            entityTag: new EntityTagHeaderValue($"\"{film.Video.File}-{film.Version}-{name}\""));
    }

    private static RopeResult Bytes(HttpContext context, HlsFilm film, string name, TrackSegments segments, Rope rope)
    {
        bool isCurrent = context.Request.Query["v"] == film.Version.ToString();
        context.Response.Headers.CacheControl = isCurrent ? ForEver : Revalidate;
        string type = segments.Track.Plan.Kind == Media.Planning.TrackKind.Audio ? "audio/mp4" : "video/mp4";
        return new RopeResult(rope, film.Patience, type, $"{film.Video.File}-{film.Version}-{name}", film.Video.ReadyAt);
    }

    /// <summary>A film as HLS sees it.</summary>
    private sealed record HlsFilm(PlayableVideo Playable, CutFilm Cut, Patience Patience)
    {
        public Video Video => Playable.Video;

        public int Version => Playable.FileVersion;
    }
}
