using Microsoft.AspNetCore.Http.HttpResults;
using TelegramHls.Bot.Ingest;
using TelegramHls.Bot.Web;
using TelegramHls.Bot.Web.Pages;
using TelegramHls.Bot.Wording;
using TelegramHls.Catalog.Model;
using TelegramHls.Catalog.Queries;
using TelegramHls.Core.Ids;

namespace TelegramHls.Bot.Playback;

/// <summary><c>/w/{key}</c>: the page with the player.</summary>
internal static class WatchEndpoints
{
    private const int SecondsUntilNextTry = 5;

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapMethods("/w/{key}", [HttpMethods.Get, HttpMethods.Head], WatchAsync);

    private static async Task<IResult> WatchAsync(
        string key, HttpContext context, PlaybackQueries queries, CancellationToken cancellationToken)
    {
        PlayableVideo? playable = Base62.IsValid(key) ? await queries.ResolveAsync(key, cancellationToken) : null;
        Video? video = playable?.Video;
        context.Response.Headers.CacheControl = "private, no-cache";
        if (video is null || video.State == VideoState.Failed)
        {
            return IsForEyes(context)
                ? PageResults.Message(
                    StatusCodes.Status404NotFound, "Nothing here", "This link was revoked, has expired, or never was one.")
                : Refusals.UnknownKey();
        }

        if (video.State != VideoState.Ready)
        {
            context.Response.Headers.RetryAfter = SecondsUntilNextTry.ToString();
            return IsForEyes(context)
                ? PageResults.Message(
                    StatusCodes.Status503ServiceUnavailable, video.Title, "This film is still being stored. Look again in a moment.")
                : Refusals.NotYet(context, SecondsUntilNextTry, "This film is still being stored.");
        }

        return Page(video, ShareAddresses.Local(key, video.Title));
    }

    // A browser asks for HTML by name; a program gets the same refusal as from the other links.
    private static bool IsForEyes(HttpContext context) =>
        context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    private static RazorComponentResult<WatchPage> Page(Video video, ShareAddresses addresses)
    {
        VideoSummary? summary = VideoSummary.FromJson(video.FactsJson);
        return PageResults.Of<WatchPage>(new()
        {
            [nameof(WatchPage.Title)] = video.Title,
            [nameof(WatchPage.Facts)] =
                FactsLine.Of(video.Duration, video.Width, video.Height, summary?.VideoCodec, video.Size),
            [nameof(WatchPage.HlsUrl)] = addresses.Hls,
            [nameof(WatchPage.StreamUrl)] = addresses.Stream,
            [nameof(WatchPage.DownloadUrl)] = addresses.Download,
        });
    }
}
