using System.Globalization;
using System.Net.Mime;
using System.Text;
using TelegramHls.Bot.Hosting;
using TelegramHls.Bot.Playback.Hls;
using TelegramHls.Catalog.Model;

namespace TelegramHls.Bot.Playback;

/// <summary>
/// <c>/play/{key}.m3u</c> and <c>.strm</c>: small files by which VLC, Kodi and Jellyfin find the stream link, or with
/// <c>?via=hls</c> the HLS link.
/// </summary>
internal sealed class PlayEndpoints(KeyResolver keys, HlsFilms films, PublicUrl publicUrl)
{
    private const string PlaylistType = "audio/x-mpegurl";

    public static void Map(IEndpointRouteBuilder routes)
    {
        string[] reading = [HttpMethods.Get, HttpMethods.Head];
        routes.MapMethods("/play/{key}.m3u", reading, (string key, string? via, HttpContext context, PlayEndpoints endpoints, CancellationToken cancellationToken) =>
            endpoints.AnswerAsync(key, via, ".m3u", PlaylistType, Playlist, context, cancellationToken));
        routes.MapMethods("/play/{key}.strm", reading, (string key, string? via, HttpContext context, PlayEndpoints endpoints, CancellationToken cancellationToken) =>
            endpoints.AnswerAsync(key, via, ".strm", MediaTypeNames.Text.Plain, (_, address) => $"{address}\n", context, cancellationToken));
    }

    private async Task<IResult> AnswerAsync(
        string key,
        string? via,
        string extension,
        string type,
        Func<Video, string, string> write,
        HttpContext context,
        CancellationToken cancellationToken)
    {
        bool isHls = via == "hls";
        (Video? found, IResult? refusal) = isHls
            ? await ByHlsAsync(key, context, cancellationToken)
            : await ByStreamAsync(key, context, cancellationToken);
        if (found is not { } video)
        {
            return refusal!;
        }

        ShareAddresses addresses = ShareAddresses.Public(publicUrl, key, video.Title);
        string address = isHls ? addresses.Hls : addresses.Stream;
        context.Response.Headers.CacheControl = CacheRules.Revalidate;
        return Results.File(Encoding.UTF8.GetBytes(write(video, address)), type, FileNames.From(video.Title) + extension);
    }

    private async Task<(Video? Video, IResult? Refusal)> ByStreamAsync(
        string key, HttpContext context, CancellationToken cancellationToken)
    {
        (PlayableVideo? playable, IResult? refusal) = await keys.ResolveReadyAsync(key, context, cancellationToken);
        return (playable?.Video, refusal);
    }

    private async Task<(Video? Video, IResult? Refusal)> ByHlsAsync(
        string key, HttpContext context, CancellationToken cancellationToken)
    {
        (HlsFilm? film, IResult? refusal) = await films.ResolveAsync(key, context, cancellationToken);
        return (film?.Video, refusal);
    }

    private static string Playlist(Video video, string address)
    {
        string seconds = video.Duration is { } duration
            ? Math.Round(duration.TotalSeconds).ToString(CultureInfo.InvariantCulture)
            : "-1";
        return $"#EXTM3U\n#EXTINF:{seconds},{OneLine(video.Title)}\n{address}\n";
    }

    // A title with a line break could put an address of its own into the list.
    private static string OneLine(string title) =>
        string.Concat(title.Select(letter => char.IsControl(letter) || letter is '\u2028' or '\u2029' ? ' ' : letter));
}
