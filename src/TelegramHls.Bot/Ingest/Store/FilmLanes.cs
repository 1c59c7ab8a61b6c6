using TelegramHls.Jobs;
using TelegramHls.Media.Planning;

namespace TelegramHls.Bot.Ingest.Store;

/// <summary>Which lane a film needs to be packaged: encoding pictures keeps the processor busy, everything else moves bytes.</summary>
internal static class FilmLanes
{
    /// <summary>The lane of a plan.</summary>
    public static string Of(PackagePlan plan) =>
        plan.Tracks.Any(track => track is { Kind: TrackKind.Video, Action: TrackAction.Encode }) ? JobLanes.Transcoding : JobLanes.Copying;

    /// <summary>What is done in a lane, in a word.</summary>
    public static string Work(string? lane) => lane == JobLanes.Transcoding ? "encoding" : "storing";
}
