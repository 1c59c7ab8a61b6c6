using Microsoft.Net.Http.Headers;
using TelegramHls.Bot.Ingest.Poster;
using TelegramHls.Bot.Playback.Indexes;
using TelegramHls.Catalog.Model;
using TelegramHls.Catalog.Queries;
using TelegramHls.Storage.Cache;
using TelegramHls.Storage.Reading;

namespace TelegramHls.Bot.Playback.Companions;

/// <summary><c>/img/{key}/poster.jpg</c>: also of a film in work, once the poster is stored.</summary>
internal sealed class PosterEndpoint(KeyResolver keys, CompanionQueries companions, KeptFiles kept, TimeProvider time)
{
    private const string ForEver = "private, max-age=31536000, immutable";
    private const string Revalidate = "private, no-cache";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapMethods(
        $"/img/{{key}}/{PosterStep.FileName}",
        [HttpMethods.Get, HttpMethods.Head],
        (string key, string? v, HttpContext context, PosterEndpoint endpoint, CancellationToken cancellationToken) =>
            endpoint.AnswerAsync(key, v, context, cancellationToken)).RequireCors(PlaybackServices.OpenToAll);

    private async Task<IResult> AnswerAsync(string key, string? v, HttpContext context, CancellationToken cancellationToken)
    {
        var patience = new Patience(time);
        PlayableVideo? video = await keys.FindAsync(key, cancellationToken);
        if (video is null)
        {
            return Refusals.UnknownKey();
        }

        if (await companions.FindAsync(video.Video.Id, PosterStep.FileName, cancellationToken) is not { } poster)
        {
            return Refusals.NoPoster();
        }

        try
        {
            string path = await kept.LocateAsync(poster.File, patience, cancellationToken);
            context.Response.Headers.CacheControl = v == poster.Tag ? ForEver : Revalidate;
            return Results.File(path, "image/jpeg", entityTag: new EntityTagHeaderValue($"\"{poster.Tag}\""));
        }
        catch (PartUnavailableException exception)
        {
            return Refusals.StorageAway(context, exception);
        }
    }
}
