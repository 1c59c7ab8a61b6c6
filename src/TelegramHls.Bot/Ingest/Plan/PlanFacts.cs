using TelegramHls.Catalog.Model;
using TelegramHls.Media.Chapters;
using TelegramHls.Media.Planning;
using TelegramHls.Media.Playlists;
using TelegramHls.Media.Probing;
using TrackKind = TelegramHls.Media.Planning.TrackKind;

namespace TelegramHls.Bot.Ingest.Plan;

/// <summary>What the answer will say, taken from probe and plan.</summary>
internal static class PlanFacts
{
    public static Catalog.Model.VideoFacts Of(MediaFacts facts, PackagePlan plan)
    {
        PlannedTrack? picture = plan.Tracks.FirstOrDefault(track => track.Kind == TrackKind.Video);
        PlannedTrack[] sounds = [.. plan.Tracks.Where(track => track is { Kind: TrackKind.Audio, Beside: null })];
        bool turned = picture?.Picture?.Rotation is 90 or 270;
        var summary = new VideoSummary(
            picture is null ? null : CodecRules.Name(picture.Codec),
            [.. sounds.Select(SoundName)],
            MethodText.Of(plan),
            [.. plan.Notes],
            TrackReasons.Of(plan))
        {
            Chapters = ChapterList.Of(facts) is { IsEmpty: false } chapters ? chapters : null,
        };
        return new Catalog.Model.VideoFacts(
            picture is null ? VideoKind.Audio : VideoKind.Video,
            facts.Duration,
            turned ? picture?.Picture?.Height : picture?.Picture?.Width,
            turned ? picture?.Picture?.Width : picture?.Picture?.Height,
            string.Join(", ", plan.Tracks.Select(track => CodecRules.Name(track.Codec)).Distinct()),
            summary.ToJson(),
            picture is null ? "audio/mp4" : "video/mp4");
    }

    // A track that says neither its language nor a title is told by what one hears: how many channels it has.
    private static string SoundName(PlannedTrack track)
    {
        string name = LanguageTag.NameOf(track.Language) ?? (track.Title is { Length: > 0 } title ? title : Channels(track.Sound));
        string? purpose = track.IsComment ? "commentary" : track.IsDescription ? "audio description" : null;
        return purpose is null || name.Contains(purpose, StringComparison.OrdinalIgnoreCase) ? name : $"{name} ({purpose})";
    }

    private static string Channels(AudioFacts? sound) => sound switch
    {
        { Channels: 1 } => "mono",
        { Channels: 2 } => "stereo",
        { Layout: { Length: > 0 } layout } when char.IsAsciiDigit(layout[0]) => layout.Split('(')[0],
        { Channels: var channels } => $"{channels} channels",
        null => "without a name",
    };
}
