using System.Text;
using Microsoft.Net.Http.Headers;
using TelegramHls.Catalog.Model;
using TelegramHls.Catalog.Queries;
using TelegramHls.Core.Ropes;
using TelegramHls.Media.Subtitles;
using TelegramHls.Storage.Cache;
using TelegramHls.Storage.Reading;

namespace TelegramHls.Bot.Playback.Subtitles;

/// <summary>
/// <c>/sub/{key}.json</c>: which subtitles there are; <c>/sub/{key}/{track}.{format}</c>: each by itself, text in the format that is
/// asked for, pictures as they are kept. Also of a film in work, once they are stored.
/// </summary>
internal sealed class SubtitleEndpoints(KeyResolver keys, SubtitleLinks links, SubtitleTexts texts, TimeProvider time)
{

    public static void Map(IEndpointRouteBuilder routes)
    {
        string[] reading = [HttpMethods.Get, HttpMethods.Head];
        routes.MapMethods(
            "/sub/{key}.json",
            reading,
            (string key, HttpContext context, SubtitleEndpoints endpoints, CancellationToken cancellationToken) =>
                endpoints.ListAsync(key, context, cancellationToken)).RequireCors(PlaybackServices.OpenToAll);
        routes.MapMethods(
            "/sub/{key}/{track}.{format}",
            reading,
            (string key, string track, string format, HttpContext context, SubtitleEndpoints endpoints, CancellationToken cancellationToken) =>
                endpoints.AnswerAsync(key, track, format, context, cancellationToken)).RequireCors(PlaybackServices.OpenToAll);
    }

    private async Task<IResult> ListAsync(string key, HttpContext context, CancellationToken cancellationToken)
    {
        context.Response.Headers.CacheControl = CacheRules.Revalidate;
        return await keys.FindAsync(key, cancellationToken) is { } video
            ? Results.Json(new { subtitles = await links.ListAsync(video.Video.Id, key, cancellationToken) })
            : Refusals.UnknownKey();
    }

    private async Task<IResult> AnswerAsync(
        string key, string track, string format, HttpContext context, CancellationToken cancellationToken)
    {
        var patience = new Patience(time);
        PlayableVideo? video = await keys.FindAsync(key, cancellationToken);
        if (video is null)
        {
            return Refusals.UnknownKey();
        }

        KeptSubtitle? subtitle = await links.FindAsync(video.Video.Id, track, cancellationToken);
        SubtitleFormat? wanted = SubtitleFormats.Find(format);
        string? asked = context.Request.Query["v"];
        if (subtitle is null || wanted is null || !SubtitleLinks.FormatsOf(subtitle).Contains(wanted.Value)
            || (asked is not null && asked != subtitle.File.Tag))
        {
            return Refusals.NoSuchPiece();
        }

        context.Response.Headers.CacheControl = CacheRules.For(asked, subtitle.File.Tag);
        try
        {
            return await AnswerAsync(subtitle, wanted.Value, patience, cancellationToken);
        }
        catch (PartUnavailableException exception)
        {
            return Refusals.StorageAway(context, exception);
        }
    }

    private async Task<IResult> AnswerAsync(
        KeptSubtitle subtitle, SubtitleFormat wanted, Patience patience, CancellationToken cancellationToken)
    {
        string tag = $"{subtitle.File.Tag}-{wanted.Extension()}";
        if (!wanted.IsText())
        {
            var rope = new Rope([new Piece.Stored(subtitle.File.File, 0, subtitle.Length)]);
            return new RopeResult(rope, patience, wanted.ContentType(), tag, modified: null);
        }

        // WebVTT is always written by us: a stranger's could hold style sheets.
        bool isAsKept = wanted == SubtitleTexts.FormatOf(subtitle) && wanted != SubtitleFormat.Vtt;
        string text = isAsKept ? await texts.TextAsync(subtitle, patience, cancellationToken)
            : wanted == SubtitleFormat.Srt ? SrtWriter.Write(await texts.CuesAsync(subtitle, patience, cancellationToken))
            : VttWriter.Write(await texts.CuesAsync(subtitle, patience, cancellationToken));
        return Results.Bytes(
            Encoding.UTF8.GetBytes(text), wanted.ContentType(), enableRangeProcessing: true, entityTag: new EntityTagHeaderValue($"\"{tag}\""));
    }
}
