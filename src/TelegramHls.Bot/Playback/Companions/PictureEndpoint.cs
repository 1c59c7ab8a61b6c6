using Microsoft.Net.Http.Headers;
using TelegramHls.Bot.Ingest.Poster;
using TelegramHls.Bot.Ingest.Previews;
using TelegramHls.Bot.Playback.Indexes;
using TelegramHls.Catalog.Model;
using TelegramHls.Catalog.Queries;
using TelegramHls.Media.Previews;
using TelegramHls.Storage.Cache;
using TelegramHls.Storage.Reading;

namespace TelegramHls.Bot.Playback.Companions;

/// <summary>
/// <c>/img/{key}/{name}</c>: <c>poster.jpg</c>, also of a film in work; <c>previews.vtt</c> and the sheets <c>previews-0.jpg</c> …
/// that it names, shortly after the film is ready.
/// </summary>
internal sealed class PictureEndpoint(KeyResolver keys, CompanionQueries companions, KeptFiles kept, TimeProvider time)
{
    private static readonly Dictionary<string, string> Types = Enumerable.Range(0, PreviewGrid.MostSheets)
        .Select(PreviewStep.SheetName).Append(PosterStep.FileName).ToDictionary(name => name, _ => "image/jpeg")
        .Append(KeyValuePair.Create(PreviewStep.TrackName, ChapterFile.ContentType)).ToDictionary();

    public static void Map(IEndpointRouteBuilder routes) => routes.MapMethods(
        "/img/{key}/{name}",
        [HttpMethods.Get, HttpMethods.Head],
        (string key, string name, string? v, HttpContext context, PictureEndpoint endpoint, CancellationToken cancellationToken) =>
            endpoint.AnswerAsync(key, name, v, context, cancellationToken)).RequireCors(PlaybackServices.OpenToAll);

    private async Task<IResult> AnswerAsync(
        string key, string name, string? v, HttpContext context, CancellationToken cancellationToken)
    {
        var patience = new Patience(time);
        PlayableVideo? video = await keys.FindAsync(key, cancellationToken);
        if (video is null)
        {
            return Refusals.UnknownKey();
        }

        if (!Types.TryGetValue(name, out string? type)
            || await companions.FindAsync(video.Video.Id, name, cancellationToken) is not { } picture)
        {
            return Refusals.NoPicture();
        }

        try
        {
            string path = await kept.LocateAsync(picture.File, patience, cancellationToken);
            context.Response.Headers.CacheControl = CacheRules.For(v, picture.Tag);
            return Results.File(path, type, entityTag: new EntityTagHeaderValue($"\"{picture.Tag}\""));
        }
        catch (PartUnavailableException exception)
        {
            return Refusals.StorageAway(context, exception);
        }
    }
}
