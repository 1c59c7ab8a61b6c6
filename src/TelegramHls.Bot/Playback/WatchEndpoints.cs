using Microsoft.AspNetCore.Http.HttpResults;
using TelegramHls.Bot.Ingest;
using TelegramHls.Bot.Web;
using TelegramHls.Bot.Web.Pages;
using TelegramHls.Bot.Wording;
using TelegramHls.Catalog.Model;

namespace TelegramHls.Bot.Playback;

/// <summary><c>/w/{key}</c>: the page with the player, or with how far the film is.</summary>
internal sealed class WatchEndpoints(KeyResolver keys)
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapMethods(
            "/w/{key}",
            [HttpMethods.Get, HttpMethods.Head],
            (string key, HttpContext context, WatchEndpoints endpoints, CancellationToken cancellationToken) =>
                endpoints.WatchAsync(key, context, cancellationToken));

    private async Task<IResult> WatchAsync(string key, HttpContext context, CancellationToken cancellationToken)
    {
        PlayableVideo? playable = await keys.FindAsync(key, cancellationToken);
        bool isForEyes = IsForEyes(context);
        context.Response.Headers.CacheControl = "private, no-cache";
        context.Response.Headers.Vary = "Accept";
        if (playable is null)
        {
            return isForEyes
                ? PageResults.Message(
                    StatusCodes.Status404NotFound, "Nothing here", "This link was revoked, has expired, or never was one.")
                : Refusals.UnknownKey();
        }

        Video video = playable.Video;
        if (playable.IsReady)
        {
            return Page(video, ShareAddresses.Local(key, video.Title));
        }

        WorkStanding standing = keys.StandingOf(video);
        return isForEyes ? Page(video, standing) : Refusals.InWork(context, standing);
    }

    // A browser asks for HTML by name; a program gets the same refusal as from the other links.
    private static bool IsForEyes(HttpContext context) =>
        context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    private static RazorComponentResult<WorkPage> Page(Video video, WorkStanding standing) =>
        PageResults.Of<WorkPage>(new()
        {
            [nameof(WorkPage.Title)] = video.Title,
            [nameof(WorkPage.Facts)] = Facts(video),
            [nameof(WorkPage.Standing)] = standing,
        });

    private static RazorComponentResult<WatchPage> Page(Video video, ShareAddresses addresses) =>
        PageResults.Of<WatchPage>(new()
        {
            [nameof(WatchPage.Title)] = video.Title,
            [nameof(WatchPage.Facts)] = Facts(video),
            [nameof(WatchPage.HlsUrl)] = addresses.Hls,
            [nameof(WatchPage.StreamUrl)] = addresses.Stream,
            [nameof(WatchPage.DownloadUrl)] = addresses.Download,
        });

    private static string Facts(Video video) => FactsLine.Of(
        video.Duration, video.Width, video.Height, VideoSummary.FromJson(video.FactsJson)?.VideoCodec, video.Size);
}
