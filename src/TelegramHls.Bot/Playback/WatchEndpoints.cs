using System.Collections.Immutable;
using Microsoft.AspNetCore.Http.HttpResults;
using TelegramHls.Bot.Ingest;
using TelegramHls.Bot.Ingest.Poster;
using TelegramHls.Bot.Ingest.Previews;
using TelegramHls.Bot.Playback.Companions;
using TelegramHls.Bot.Playback.Hls;
using TelegramHls.Bot.Playback.Subtitles;
using TelegramHls.Bot.Web;
using TelegramHls.Bot.Web.Pages;
using TelegramHls.Bot.Wording;
using TelegramHls.Catalog.Model;
using TelegramHls.Catalog.Queries;
using TelegramHls.Media.Chapters;

namespace TelegramHls.Bot.Playback;

/// <summary><c>/w/{key}</c>: the page with the player, or with how far the film is.</summary>
internal sealed class WatchEndpoints(
    KeyResolver keys,
    GrowingFilms growing,
    CompanionQueries companions,
    RenditionQueries renditions,
    OriginalEndpoint originals,
    SubtitleLinks subtitles)
{
    private const int UsualWidth = 1280;
    private const int UsualHeight = 720;

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapMethods(
            "/w/{key}",
            [HttpMethods.Get, HttpMethods.Head],
            (string key, HttpContext context, WatchEndpoints endpoints, CancellationToken cancellationToken) =>
                endpoints.WatchAsync(key, context, cancellationToken)).WithMetadata(new StylesInside());

    private async Task<IResult> WatchAsync(string key, HttpContext context, CancellationToken cancellationToken)
    {
        PlayableVideo? playable = await keys.FindAsync(key, cancellationToken);
        bool isForEyes = IsForEyes(context);
        context.Response.Headers.CacheControl = CacheRules.Revalidate;
        context.Response.Headers.Vary = "Accept";
        if (playable is null)
        {
            return isForEyes
                ? PageResults.Message(
                    StatusCodes.Status404NotFound, "Nothing here", "This link was revoked, has expired, or never was one.")
                : Refusals.UnknownKey();
        }

        Video video = playable.Video;
        if (!playable.IsReady && !isForEyes)
        {
            return Refusals.InWork(context, keys.StandingOf(video));
        }

        ShareAddresses addresses = ShareAddresses.Local(key, video.Title);
        string? posterUrl = await PictureUrlAsync(video, PosterStep.FileName, addresses, cancellationToken);
        IReadOnlyList<SubtitleLink> read = await subtitles.ListAsync(video.Id, key, cancellationToken);
        if (playable.IsReady)
        {
            string? original = await originals.HasAsync(video, cancellationToken) ? addresses.Original(video.FileName) : null;
            string? previews = await PictureUrlAsync(video, PreviewStep.TrackName, addresses, cancellationToken);
            string? compatible = await renditions.FindAsync(video, cancellationToken) is null ? null : addresses.CompatibleStream;
            return Page(playable, standing: null, addresses, posterUrl, original, previews, compatible, read);
        }

        WorkStanding standing = keys.StandingOf(video);
        return await growing.FindAsync(video, cancellationToken) is null
            ? Page(video, standing, posterUrl)
            : Page(playable, standing, addresses, posterUrl, original: null, previews: null, compatible: null, read);
    }

    private async Task<string?> PictureUrlAsync(
        Video video, string name, ShareAddresses addresses, CancellationToken cancellationToken) =>
        await companions.FindAsync(video.Id, name, cancellationToken) is { } picture ? addresses.Picture(name, picture.Tag) : null;

    // A browser asks for HTML by name; a program gets the same refusal as from the other links.
    private static bool IsForEyes(HttpContext context) =>
        context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    private static RazorComponentResult<WorkPage> Page(Video video, WorkStanding standing, string? poster) =>
        PageResults.Of<WorkPage>(new()
        {
            [nameof(WorkPage.Title)] = video.Title,
            [nameof(WorkPage.Facts)] = Facts(video),
            [nameof(WorkPage.Standing)] = standing,
            [nameof(WorkPage.PosterUrl)] = poster,
        });

    private static RazorComponentResult<WatchPage> Page(
        PlayableVideo playable,
        WorkStanding? standing,
        ShareAddresses addresses,
        string? poster,
        string? original,
        string? previews,
        string? compatible,
        IReadOnlyList<SubtitleLink> subtitles)
    {
        Video video = playable.Video;
        bool hasPicture = video.Kind == VideoKind.Video;
        ImmutableArray<Chapter> chapters = VideoSummary.ChaptersOf(video);
        return PageResults.Of<WatchPage>(new()
        {
            [nameof(WatchPage.View)] = new WatchView(
                video.Title,
                Facts(video),
                hasPicture ? video.Width ?? UsualWidth : null,
                hasPicture ? video.Height ?? UsualHeight : null,
                [.. playable.Tracks.Select(TrackWords.Of)],
                poster,
                addresses.Hls,
                addresses.Stream,
                addresses.Download,
                original,
                standing is null ? addresses.Playlist : addresses.HlsPlaylist,
                subtitles,
                standing)
            {
                PreviewsUrl = previews,
                CompatibleUrl = compatible,
                ChaptersUrl = ChapterFile.Of(chapters) is { } file ? addresses.Picture(ChapterEndpoint.FileName, file.Tag) : null,
                Chapters = chapters,
            },
        });
    }

    private static string Facts(Video video) => FactsLine.Of(
        video.Duration, video.Width, video.Height, VideoSummary.FromJson(video.FactsJson)?.VideoCodec, video.Size);
}
