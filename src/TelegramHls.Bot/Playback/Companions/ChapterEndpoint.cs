using Microsoft.Net.Http.Headers;
using TelegramHls.Bot.Ingest;
using TelegramHls.Catalog.Model;

namespace TelegramHls.Bot.Playback.Companions;

/// <summary><c>/img/{key}/chapters.vtt</c>: the chapters that the source names, also of a film in work.</summary>
internal sealed class ChapterEndpoint(KeyResolver keys)
{
    /// <summary>Last part of the address.</summary>
    public const string FileName = "chapters.vtt";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapMethods(
        $"/img/{{key}}/{FileName}",
        [HttpMethods.Get, HttpMethods.Head],
        (string key, string? v, HttpContext context, ChapterEndpoint endpoint, CancellationToken cancellationToken) =>
            endpoint.AnswerAsync(key, v, context, cancellationToken)).RequireCors(PlaybackServices.OpenToAll);

    private async Task<IResult> AnswerAsync(string key, string? v, HttpContext context, CancellationToken cancellationToken)
    {
        PlayableVideo? video = await keys.FindAsync(key, cancellationToken);
        if (video is null)
        {
            return Refusals.UnknownKey();
        }

        if (ChapterFile.Of(VideoSummary.ChaptersOf(video.Video)) is not { } track)
        {
            return Refusals.NoPicture();
        }

        context.Response.Headers.CacheControl = CacheRules.For(v, track.Tag);
        return Results.Bytes(track.Bytes, ChapterFile.ContentType, entityTag: new EntityTagHeaderValue($"\"{track.Tag}\""));
    }
}
