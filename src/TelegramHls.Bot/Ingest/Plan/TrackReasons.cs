using TelegramHls.Media.Planning;

namespace TelegramHls.Bot.Ingest.Plan;

/// <summary>What becomes of each track and why, in words.</summary>
internal static class TrackReasons
{
    /// <summary>By the track's id, as in <c>re-encoded, since browsers do not play DTS</c>; without a full stop.</summary>
    public static IReadOnlyDictionary<string, string> Of(PackagePlan plan) =>
        plan.Tracks.ToDictionary(track => track.Id, Of, StringComparer.Ordinal);

    /// <summary>All of them in one line, for the job's history.</summary>
    public static string Line(PackagePlan plan) =>
        string.Join("; ", plan.Tracks.Select(track => $"{track.Id} ({CodecRules.Name(track.SourceCodec ?? track.Codec)}) {Of(track)}"));

    private static string Of(PlannedTrack track) => track switch
    {
        { Action: TrackAction.Encode, Reason: { } why } => $"re-encoded, since {why}",
        { Action: TrackAction.Encode } => "re-encoded",
        { Reason: { } why } => $"copied, {why}",
        _ => "copied",
    };
}
