using TelegramHls.Catalog.Queries;
using TelegramHls.Core.Ids;
using TelegramHls.Media.Playlists;
using TelegramHls.Media.Subtitles;
using TelegramHls.Media.Subtitles.Renditions;

namespace TelegramHls.Bot.Playback.Subtitles;

/// <summary>The subtitles of videos, as players and pages are told of them.</summary>
internal sealed class SubtitleLinks(SubtitleQueries subtitles)
{
    /// <summary>All of them under this key, pictures too.</summary>
    public async Task<IReadOnlyList<SubtitleLink>> ListAsync(VideoId video, string key, CancellationToken cancellationToken)
    {
        IReadOnlyList<KeptSubtitle> kept = await subtitles.ListAsync(video, cancellationToken);
        string[] names = SubtitleNames.Of([.. kept.Select(Rendition)]);
        return [.. kept.Zip(names, (subtitle, name) => new SubtitleLink(
            subtitle.Track.Name,
            name,
            LanguageTag.Of(subtitle.Track.Language),
            subtitle.Track.IsForced,
            subtitle.Track.IsHearingImpaired,
            subtitle.Track.IsDefault,
            subtitle.Track.IsAdded,
            subtitle.Track.Codec,
            FormatsOf(subtitle).ToDictionary(
                format => format.Extension(),
                format => $"/sub/{key}/{subtitle.Track.Name}.{format.Extension()}?v={subtitle.File.Tag}")))];
    }

    /// <summary>Those that HLS can carry.</summary>
    public async Task<IReadOnlyList<SubtitleRendition>> RenditionsAsync(VideoId video, CancellationToken cancellationToken) =>
        [.. (await subtitles.ListAsync(video, cancellationToken)).Where(subtitle => SubtitleTexts.FormatOf(subtitle).IsText()).Select(Rendition)];

    /// <summary>The one of that name; null when there is none.</summary>
    public async Task<KeptSubtitle?> FindAsync(VideoId video, string track, CancellationToken cancellationToken) =>
        (await subtitles.ListAsync(video, cancellationToken)).FirstOrDefault(subtitle => subtitle.Track.Name == track);

    /// <summary>The formats in which they can be had: text also in the two that players know best.</summary>
    public static IEnumerable<SubtitleFormat> FormatsOf(KeptSubtitle subtitle)
    {
        SubtitleFormat kept = SubtitleTexts.FormatOf(subtitle);
        return kept.IsText() ? new[] { SubtitleFormat.Vtt, SubtitleFormat.Srt, kept }.Distinct() : [kept];
    }

    private static SubtitleRendition Rendition(KeptSubtitle subtitle) => new(
        subtitle.Track.Name,
        subtitle.Track.Language,
        subtitle.Track.Title,
        subtitle.Track.IsDefault,
        subtitle.Track.IsForced,
        subtitle.Track.IsHearingImpaired,
        subtitle.File.Tag);
}
