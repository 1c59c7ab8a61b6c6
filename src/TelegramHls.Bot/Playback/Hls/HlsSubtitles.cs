using System.Collections.Immutable;
using System.Text;
using Microsoft.Net.Http.Headers;
using TelegramHls.Bot.Playback.Subtitles;
using TelegramHls.Catalog.Queries;
using TelegramHls.Media.Playlists;
using TelegramHls.Media.Subtitles;
using TelegramHls.Media.Subtitles.Renditions;
using TelegramHls.Storage.Cache;
using MediaTrackKind = TelegramHls.Media.Planning.TrackKind;

namespace TelegramHls.Bot.Playback.Hls;

/// <summary>Subtitles as renditions of HLS: their playlist, cut along the film's own segments, and each segment as WebVTT.</summary>
internal sealed class HlsSubtitles(SubtitleLinks links, SubtitleTexts texts)
{
    /// <summary>What the master playlist says of them.</summary>
    public Task<IReadOnlyList<SubtitleRendition>> RenditionsAsync(HlsFilm film, CancellationToken cancellationToken) =>
        links.RenditionsAsync(film.Video.Id, cancellationToken);

    /// <summary>The playlist of a track.</summary>
    public async Task<IResult> PlaylistAsync(HlsFilm film, string track, HttpContext context, CancellationToken cancellationToken)
    {
        if (await FindAsync(film, track, context, cancellationToken) is not { } subtitle)
        {
            return Refusals.NoSuchPiece();
        }

        TrackSegments leader = LeaderOf(film);
        string tag = subtitle.File.Tag;
        string text = SubtitlePlaylist.Write(
            track, SubtitleSpans.Cut(leader, film.Cut.Header), leader.IsComplete, film.Cut.Header.TargetDuration, tag);
        context.Response.Headers.CacheControl = CacheRules.Revalidate;
        return Results.Bytes(
            Encoding.UTF8.GetBytes(text), HlsEndpoints.PlaylistType, entityTag: new EntityTagHeaderValue($"\"{film.Edition}-{tag}\""));
    }

    /// <summary>A segment of a track.</summary>
    public async Task<IResult> SegmentAsync(
        HlsFilm film, string track, int number, HttpContext context, CancellationToken cancellationToken)
    {
        ImmutableArray<SubtitleSpan> spans = SubtitleSpans.Cut(LeaderOf(film), film.Cut.Header);
        if (await FindAsync(film, track, context, cancellationToken) is not { } subtitle || number >= spans.Length)
        {
            return Refusals.NoSuchPiece();
        }

        try
        {
            SubtitleSpan span = spans[number];
            ImmutableArray<Cue> cues = await texts.CuesAsync(subtitle, film.Patience, cancellationToken);
            string text = VttWriter.Segment(cues, span.From, span.Until, film.Cut.Header.Offset);
            context.Response.Headers.CacheControl = film.Segments is null ? CacheRules.ForEver : CacheRules.Revalidate;
            return Results.Bytes(
                Encoding.UTF8.GetBytes(text),
                SubtitleFormat.Vtt.ContentType(),
                entityTag: new EntityTagHeaderValue($"\"{film.Edition}-{subtitle.File.Tag}-{number}\""));
        }
        catch (PartUnavailableException exception)
        {
            return Refusals.StorageAway(context, exception);
        }
    }

    // Under the address of subtitles that were taken away there is nothing, even where others have their name now.
    private async Task<KeptSubtitle?> FindAsync(HlsFilm film, string track, HttpContext context, CancellationToken cancellationToken)
    {
        KeptSubtitle? found = await links.FindAsync(film.Video.Id, track, cancellationToken);
        string? asked = context.Request.Query["v"];
        return found is not null && SubtitleTexts.FormatOf(found).IsText() && (asked is null || asked == found.File.Tag) ? found : null;
    }

    private static TrackSegments LeaderOf(HlsFilm film) =>
        film.Cut.Tracks.FirstOrDefault(track => track.Track.Plan.Kind == MediaTrackKind.Video) ?? film.Cut.Tracks[0];
}
