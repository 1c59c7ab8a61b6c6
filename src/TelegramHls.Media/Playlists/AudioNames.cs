using TelegramHls.Media.Planning;

namespace TelegramHls.Media.Playlists;

/// <summary>Names audio tracks for a player's menu; no two alike.</summary>
internal static class AudioNames
{
    public static string[] Of(TrackSegments[] sounds) => MenuNames.MakeUnique(
        sounds.Select((sound, index) => Name(sound.Track.Plan) ?? $"Audio {index + 1}"));

    private static string? Name(PlannedTrack plan) => MenuNames.Of(
        plan.Language, plan.Title ?? (plan.IsComment ? "Commentary" : plan.IsDescription ? "Audio description" : null));
}
