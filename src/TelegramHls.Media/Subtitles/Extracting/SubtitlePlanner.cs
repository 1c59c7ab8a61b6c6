using System.Collections.Immutable;
using TelegramHls.Media.Probing;

namespace TelegramHls.Media.Subtitles.Extracting;

/// <summary>Decides which subtitle tracks of a file are kept, and as what. Pure.</summary>
public static class SubtitlePlanner
{
    // A disc has 32; beyond that a file is no film that anybody made.
    private const int Most = 64;

    /// <summary>The tracks that are kept, in the file's order.</summary>
    public static ImmutableArray<PlannedSubtitle> Plan(MediaFacts facts) =>
        [.. facts.Streams.Where(stream => stream.Kind == StreamKind.Subtitle).Select(Plan).OfType<PlannedSubtitle>().Take(Most)];

    /// <summary>How many subtitle tracks of a file are left out.</summary>
    public static int LeftOut(MediaFacts facts) =>
        facts.Streams.Count(stream => stream.Kind == StreamKind.Subtitle) - Plan(facts).Length;

    private static PlannedSubtitle? Plan(StreamFacts stream) => FormatOf(stream) is not { } format ? null : new PlannedSubtitle(
        stream.Index,
        stream.Codec,
        format,
        stream.Language,
        stream.Title,
        stream.Disposition.IsDefault,
        stream.Disposition.IsForced || SubtitleWords.SayForced(stream.Title),
        stream.Disposition.IsHearingImpaired || SubtitleWords.SayHearingImpaired(stream.Title));

    private static SubtitleFormat? FormatOf(StreamFacts stream) => stream.Codec switch
    {
        "ass" or "ssa" => SubtitleFormat.Ass,
        "webvtt" => SubtitleFormat.Vtt,
        "hdmv_pgs_subtitle" => SubtitleFormat.Sup,
        "dvd_subtitle" or "dvb_subtitle" => SubtitleFormat.Mks,
        "subrip" or "srt" or "text" or "mov_text" => SubtitleFormat.Srt,
        "eia_608" or "jacosub" or "microdvd" or "mpl2" or "pjs" or "realtext" or "sami" or "stl" or "subviewer" or "subviewer1" or "vplayer"
            => stream.HasDecoder ? SubtitleFormat.Srt : null,
        _ => null,
    };
}
