using TelegramHls.Bot.Wording;
using TelegramHls.Storage.Cache;

namespace TelegramHls.Bot.Playback;

/// <summary>Answers other than a film, as <c>application/problem+json</c>. None repeats the address, which holds the key.</summary>
internal static class Refusals
{
    /// <summary>After which another try makes sense where nothing better is known.</summary>
    public const int SecondsUntilNextTry = 5;

    private const int LongestPause = 60;

    public static IResult UnknownKey() => Results.Problem(
        statusCode: StatusCodes.Status404NotFound,
        title: "Not found",
        detail: "There is nothing under this link. It may have been revoked or have expired.");

    public static IResult NoSuchPiece() => Results.Problem(
        statusCode: StatusCodes.Status404NotFound, title: "Not found", detail: "This film has no such track or segment.");

    public static IResult NoRendition() => Results.Problem(
        statusCode: StatusCodes.Status404NotFound, title: "Not found", detail: "This film has no such version. The link without it works.");

    public static IResult NoOriginal(string why) => Results.Problem(
        statusCode: StatusCodes.Status404NotFound, title: "Not found", detail: why);

    public static IResult NoPicture() => Results.Problem(
        statusCode: StatusCodes.Status404NotFound, title: "Not found", detail: "This film has no such picture or list, or does not have it yet.");

    /// <summary>The film is in work: how far it is, and when to come back.</summary>
    public static IResult InWork(HttpContext context, WorkStanding standing)
    {
        double seconds = standing.Left?.TotalSeconds ?? SecondsUntilNextTry;
        string percent = standing.Percent is { } share ? $" ({share} %)" : string.Empty;
        return NotYet(
            context,
            (int)Math.Clamp(Math.Ceiling(seconds), SecondsUntilNextTry, LongestPause),
            $"This film is still in work: {standing.Activity.TrimEnd('.')}{percent}. This link works as soon as it is done.");
    }

    /// <summary>No way leads to the film's bytes for now.</summary>
    public static IResult StorageAway(HttpContext context, PartUnavailableException reason) => NotYet(
        context,
        (int)Math.Ceiling(reason.RetryAfter?.TotalSeconds ?? SecondsUntilNextTry),
        "The storage does not answer at the moment.");

    /// <param name="context">Gets the headers <c>Retry-After</c> and <c>Cache-Control</c>, whatever the film itself would have said.</param>
    /// <param name="seconds">After which another try makes sense.</param>
    /// <param name="detail">Why, in a sentence.</param>
    public static IResult NotYet(HttpContext context, int seconds, string detail)
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.RetryAfter = seconds.ToString();
        return Results.Problem(
            statusCode: StatusCodes.Status503ServiceUnavailable, title: "Not available now", detail: detail);
    }
}
