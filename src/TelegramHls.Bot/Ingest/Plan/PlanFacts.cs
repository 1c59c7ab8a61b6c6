using TelegramHls.Bot.Wording;
using TelegramHls.Catalog.Model;
using TelegramHls.Media.Planning;
using TelegramHls.Media.Probing;
using TrackKind = TelegramHls.Media.Planning.TrackKind;

namespace TelegramHls.Bot.Ingest.Plan;

/// <summary>What the answer will say, taken from probe and plan.</summary>
internal static class PlanFacts
{
    public static Catalog.Model.VideoFacts Of(MediaFacts facts, PackagePlan plan)
    {
        PlannedTrack? picture = plan.Tracks.FirstOrDefault(track => track.Kind == TrackKind.Video);
        PlannedTrack[] sounds = [.. plan.Tracks.Where(track => track.Kind == TrackKind.Audio)];
        bool turned = picture?.Picture?.Rotation is 90 or 270;
        var summary = new VideoSummary(
            picture is null ? null : CodecRules.Name(picture.Codec),
            [.. sounds.Select(Language)],
            MethodText.Of(plan),
            [.. plan.Notes]);
        return new Catalog.Model.VideoFacts(
            picture is null ? VideoKind.Audio : VideoKind.Video,
            facts.Duration,
            turned ? picture?.Picture?.Height : picture?.Picture?.Width,
            turned ? picture?.Picture?.Width : picture?.Picture?.Height,
            string.Join(", ", plan.Tracks.Select(track => CodecRules.Name(track.Codec)).Distinct()),
            summary.ToJson(),
            picture is null ? "audio/mp4" : "video/mp4");
    }

    private static string Language(PlannedTrack track)
    {
        if (track.Language is not { Length: > 0 } code || code == "und")
        {
            return track.Title ?? "unknown";
        }

        return LanguageNames.EnglishOf(code) ?? code;
    }
}
