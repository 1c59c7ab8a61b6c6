using TelegramHls.Media.Planning;

namespace TelegramHls.Bot.Ingest.Plan;

/// <summary>How a film is made, in words: what is copied and what is encoded anew.</summary>
internal static class MethodText
{
    /// <summary>As in <c>Video re-encoded from MPEG-4 to H.264, audio from MP3 to AAC</c>; without a full stop.</summary>
    public static string Of(PackagePlan plan)
    {
        if (plan.Tracks.All(track => track.Action == TrackAction.Copy))
        {
            return "Copied without re-encoding";
        }

        bool isVideoEncoded = IsEncoded(plan, TrackKind.Video);
        string text = string.Join(", ", new[] { Video(plan), Audio(plan, isVideoEncoded) }.Where(part => part is not null));
        return $"{char.ToUpperInvariant(text[0])}{text[1..]}";
    }

    /// <summary>What goes on while it is made, as in <c>Re-encoding video to H.264</c>.</summary>
    public static string Activity(PackagePlan plan) =>
        IsEncoded(plan, TrackKind.Video) ? "Re-encoding video to H.264"
        : IsEncoded(plan, TrackKind.Audio) ? "Re-encoding audio to AAC"
        : "Storing";

    private static string? Video(PackagePlan plan)
    {
        PlannedTrack? video = plan.Tracks.FirstOrDefault(track => track.Kind == TrackKind.Video);
        return video is null ? null
            : video.SourceCodec is { } source ? $"video re-encoded from {CodecRules.Name(source)} to {CodecRules.Name(video.Codec)}"
            : "video copied";
    }

    // "re-encoded" is said once.
    private static string? Audio(PackagePlan plan, bool isSaid)
    {
        PlannedTrack[] sounds = [.. plan.Tracks.Where(track => track.Kind == TrackKind.Audio)];
        string[] sources = [.. sounds.Select(track => track.SourceCodec).OfType<string>()];
        if (sources.Length == 0)
        {
            return sounds.Length == 0 ? null : "audio copied";
        }

        string which = sources.Length == sounds.Length ? "audio" : $"{sources.Length} of {sounds.Length} audio tracks";
        string from = string.Join(" and ", sources.Select(CodecRules.Name).Distinct());
        return $"{which}{(isSaid ? string.Empty : " re-encoded")} from {from} to AAC";
    }

    private static bool IsEncoded(PackagePlan plan, TrackKind kind) =>
        plan.Tracks.Any(track => track.Kind == kind && track.Action == TrackAction.Encode);
}
