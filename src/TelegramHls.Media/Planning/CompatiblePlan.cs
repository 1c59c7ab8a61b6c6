using TelegramHls.Media.Probing;

namespace TelegramHls.Media.Planning;

/// <summary>
/// A second version, in H.264 and AAC, of a film whose copied pictures do not play everywhere. Pure: the same facts and wishes give the
/// same plans.
/// </summary>
public static class CompatiblePlan
{
    /// <summary>The id of its pictures; its sounds have the ids of the film's, which they repeat.</summary>
    public const string PictureId = "v1";

    /// <summary>How the second version is packaged; null where it is not wanted, not needed or not possible.</summary>
    /// <param name="facts">The source.</param>
    /// <param name="film">How the film itself is packaged.</param>
    /// <param name="wishes">As the film was planned by.</param>
    public static PackagePlan? For(MediaFacts facts, PackagePlan film, PlanWishes wishes)
    {
        if (wishes.Compatibility != Compatibility.Everywhere || Limits(film) is null)
        {
            return null;
        }

        PlannedTrack picture = film.Tracks[0];
        StreamFacts source = facts.Streams.First(stream => stream.Index == picture.SourceIndex);
        if (!source.HasDecoder)
        {
            return null;
        }

        PlannedTrack encoded = TrackPlanner.Encode(source, film.SegmentTarget, wishes.CanToneMap) with
        {
            Id = PictureId, Reason = $"not every device plays {Name(picture)}",
        };
        PackagePlan version = film with
        {
            Tracks = [encoded, .. film.Tracks.Where(track => track is { Kind: TrackKind.Audio, Beside: null })], Notes = [],
        };
        TimeSpan offset = StartOffset.For(facts, version.Tracks);
        return version with { Offset = offset > film.Offset ? offset : film.Offset };
    }

    /// <summary>The film beside its second version: on the same timeline, since both are played to the same sound, and with a note of it.</summary>
    public static PackagePlan Beside(PackagePlan film, PackagePlan version) =>
        film with { Offset = version.Offset, Notes = film.Notes.Remove(Limits(film)!).Add(Note(version)) };

    /// <summary>The film without the second version that was to be beside it, of which nothing came.</summary>
    public static PackagePlan Alone(PackagePlan film, PackagePlan version) =>
        film with { Notes = [.. film.Notes.Remove(Note(version)), Limits(film)!, "A second version that plays everywhere could not be made."] };

    private static string Note(PackagePlan version)
    {
        PlannedTrack picture = version.Tracks[0];
        string codec = picture.SourceCodec == "h264" ? "8-bit H.264" : "H.264";
        return picture.Picture is { IsHighDynamicRange: true }
            ? $"A second version in {codec} plays everywhere; its HDR colours may look pale there."
            : $"A second version in {codec} plays everywhere.";
    }

    private static string Name(PlannedTrack picture) =>
        picture.Codec == "h264" ? "H.264 of 10 bits" : CodecRules.Name(picture.Codec);

    // Pictures that are encoded play everywhere, and sound alone does.
    private static string? Limits(PackagePlan film) =>
        film.Tracks[0] is { Kind: TrackKind.Video, Action: TrackAction.Copy, Picture: { } picture } copied
            ? PictureRules.Limits(copied.Codec, picture.BitDepth)
            : null;
}
