using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.Net.Http.Headers;
using TelegramHls.Bot.Playback.Viewers;
using TelegramHls.Core.Ropes;
using TelegramHls.Media.Planning;
using TelegramHls.Media.Playlists;
using TelegramHls.Media.Subtitles.Renditions;

namespace TelegramHls.Bot.Playback.Hls;

/// <summary>
/// <c>/hls</c>: playlists, init segments and media segments, all cut out of the one stored stream, also while it is being stored.
/// Addresses in playlists carry the version of the stored file; under one of an earlier version there is nothing.
/// </summary>
internal sealed class HlsEndpoints(HlsFilms films, HlsSubtitles subtitles)
{
    /// <summary>The type of a playlist (RFC 8216, section 10).</summary>
    public const string PlaylistType = "application/vnd.apple.mpegurl";

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
        hls.MapMethods("/{track}/{number:int}.vtt", reading, (string key, string track, int number, HttpContext context, HlsEndpoints endpoints, CancellationToken cancellationToken) =>
            endpoints.TextAsync(key, track, number, context, cancellationToken));
    }

    private async Task<IResult> MasterAsync(string key, HttpContext context, CancellationToken cancellationToken)
    {
        (HlsFilm? film, IResult? refusal) = await films.ResolveAsync(key, context, cancellationToken);
        if (film is null)
        {
            return refusal!;
        }

        (HlsFilm? second, refusal) = await films.SecondAsync(film, context, cancellationToken);
        if (refusal is not null)
        {
            return refusal;
        }

        // Subtitles come and go while the film stays as it is.
        IReadOnlyList<SubtitleRendition> read = await subtitles.RenditionsAsync(film, cancellationToken);
        string name = string.Join('-', read.Select(subtitle => subtitle.Tag).Prepend("master"));
        return VersionAskedFor(context) < film.Version
            ? Refusals.NoSuchPiece()
            : Playlist(context, film, name, MasterPlaylist.Write(Offered(film), read, film.Version, PicturesOf(second)));
    }

    private async Task<IResult> PlaylistAsync(string key, string track, HttpContext context, CancellationToken cancellationToken)
    {
        (HlsFilm? film, IResult? refusal) = await films.ResolveAsync(key, track, context, cancellationToken);
        return film is null ? refusal!
            : film.Cut.Find(track) is not { } segments ? await subtitles.PlaylistAsync(film, track, context, cancellationToken)
            : VersionAskedFor(context) < film.Version ? Refusals.NoSuchPiece()
            : Playlist(context, film, track, MediaPlaylist.Write(segments, film.Cut.Header.TargetDuration, film.Version));
    }

    private async Task<IResult> TextAsync(
        string key, string track, int number, HttpContext context, CancellationToken cancellationToken)
    {
        (HlsFilm? film, IResult? refusal) = await films.ResolveAsync(key, context, cancellationToken);
        return film is null ? refusal! : await subtitles.SegmentAsync(film, track, number, context, cancellationToken);
    }

    private Task<IResult> InitAsync(string key, string track, HttpContext context, CancellationToken cancellationToken) =>
        AnswerAsync(
            key,
            track,
            context,
            film => film.Cut.Find(track) is { } segments
                ? Bytes(context, film, $"{track}-init", segments, new Rope([new Piece.Inline(segments.Track.Init)]), position: null)
                : Refusals.NoSuchPiece(),
            cancellationToken);

    private Task<IResult> SegmentAsync(
        string key, string track, int number, HttpContext context, CancellationToken cancellationToken) =>
        AnswerAsync(
            key,
            track,
            context,
            film => film.Cut.Find(track) is { } segments && number < segments.Segments.Length
                ? Bytes(context, film, $"{track}-{number}", segments, segments.RopeOf(segments.Segments[number], film.File), segments.Segments[number].Start)
                : Refusals.NoSuchPiece(),
            cancellationToken);

    private async Task<IResult> AnswerAsync(
        string key, string track, HttpContext context, Func<HlsFilm, IResult> answer, CancellationToken cancellationToken)
    {
        (HlsFilm? film, IResult? refusal) = await films.ResolveAsync(key, track, context, cancellationToken);
        return film is null ? refusal!
            : VersionAskedFor(context) < film.Version ? Refusals.NoSuchPiece()
            : answer(film);
    }

    // What a player knows of bytes that are gone does not fit those that came in their place.
    private static int? VersionAskedFor(HttpContext context) =>
        int.TryParse(context.Request.Query["v"], NumberStyles.None, CultureInfo.InvariantCulture, out int version) ? version : null;

    // A track of which nothing has come so far may have nothing to the end, and a player would wait for it.
    private static ImmutableArray<TrackSegments> Offered(HlsFilm film) =>
        film.Segments is null ? film.Cut.Tracks : film.Cut.Tracks.RemoveAll(track => track.Segments.IsEmpty);

    // Its sound is the film's.
    private static PictureVariant? PicturesOf(HlsFilm? second) =>
        second?.Cut.Find(CompatiblePlan.PictureId) is { } pictures ? new PictureVariant(pictures, second.Version) : null;

    private static IResult Playlist(HttpContext context, HlsFilm film, string name, string text)
    {
        context.Response.Headers.CacheControl = CacheRules.Revalidate;
        return Results.Bytes(
            Encoding.UTF8.GetBytes(text),
            PlaylistType,
            lastModified: film.Video.ReadyAt,
            entityTag: new EntityTagHeaderValue($"\"{film.Edition}-{name}\""));
    }

    private static RopeResult Bytes(HttpContext context, HlsFilm film, string name, TrackSegments segments, Rope rope, long? position)
    {
        // Addresses of segments carry the version of the stored file, so their bytes never change.
        context.Response.Headers.CacheControl = VersionAskedFor(context) == film.Version ? CacheRules.ForEver : CacheRules.Revalidate;
        string type = segments.Track.Plan.Kind == TrackKind.Audio ? "audio/mp4" : "video/mp4";
        TimeSpan? moment = position is { } units ? TimeSpan.FromSeconds((double)units / segments.Track.Timescale) : null;
        return new RopeResult(
            rope,
            film.Patience,
            type,
            $"{film.File}-{film.Version}-{name}",
            film.Video.ReadyAt,
            watched: new Watched(film.Video, ViewerProtocol.Hls, moment));
    }
}
