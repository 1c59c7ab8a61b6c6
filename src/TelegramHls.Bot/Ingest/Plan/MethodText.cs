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

        if (!IsEncoded(plan, TrackKind.Video) && Converted(plan).Length == 0)
        {
            return $"Copied, with AAC added beside {Sources(Added(plan))}";
        }

        bool isVideoEncoded = IsEncoded(plan, TrackKind.Video);
        string text = string.Join(", ", new[] { Video(plan), Audio(plan, isVideoEncoded) }.Where(part => part is not null));
        return $"{char.ToUpperInvariant(text[0])}{text[1..]}";
    }

    /// <summary>What goes on while it is made, as in <c>Re-encoding video to H.264</c>.</summary>
    public static string Activity(PackagePlan plan) =>
        IsEncoded(plan, TrackKind.Video) ? "Re-encoding video to H.264"
        : Converted(plan).Length > 0 ? "Re-encoding audio to AAC"
        : Added(plan).Length > 0 ? "Storing, with AAC added"
        : "Storing";

    private static string? Video(PackagePlan plan)
    {
        PlannedTrack? video = plan.Tracks.FirstOrDefault(track => track.Kind == TrackKind.Video);
        return video is null ? null
            : string.Equals(video.SourceCodec, video.Codec, StringComparison.Ordinal) ? "video re-encoded"
            : video.SourceCodec is { } source ? $"video re-encoded from {CodecRules.Name(source)} to {CodecRules.Name(video.Codec)}"
            : "video copied";
    }

    // "re-encoded" is said once.
    private static string? Audio(PackagePlan plan, bool isSaid)
    {
        int sounds = plan.Tracks.Count(track => track is { Kind: TrackKind.Audio, Beside: null });
        PlannedTrack[] converted = Converted(plan);
        PlannedTrack[] added = Added(plan);
        string which = converted.Length == sounds ? "audio" : $"{converted.Length} of {sounds} audio tracks";
        string?[] parts =
        [
            // Sound that was AAC before is only made longer.
            converted.Length > 0 && converted.All(track => track.SourceCodec == "aac") ? $"{which} re-encoded"
                : converted.Length > 0 ? $"{which}{(isSaid ? string.Empty : " re-encoded")} from {Sources(converted)} to AAC"
                : sounds > 0 ? "audio copied" : null,
            added.Length > 0 ? $"AAC added beside {Sources(added)}" : null,
        ];
        return sounds == 0 ? null : string.Join(", ", parts.Where(part => part is not null));
    }

    // Sounds that remain in AAC alone, and those whose source stays beside it.
    private static PlannedTrack[] Converted(PackagePlan plan) => Encoded(plan, isKept: false);

    private static PlannedTrack[] Added(PackagePlan plan) => Encoded(plan, isKept: true);

    private static PlannedTrack[] Encoded(PackagePlan plan, bool isKept) =>
        [.. plan.Tracks.Where(track => track.SoundEncoding is not null && plan.Tracks.Any(kept => kept.Beside == track.Id) == isKept)];

    private static string Sources(PlannedTrack[] tracks) =>
        string.Join(" and ", tracks.Select(track => CodecRules.Name(track.SourceCodec!)).Distinct());

    private static bool IsEncoded(PackagePlan plan, TrackKind kind) =>
        plan.Tracks.Any(track => track.Kind == kind && track.Action == TrackAction.Encode);
}
