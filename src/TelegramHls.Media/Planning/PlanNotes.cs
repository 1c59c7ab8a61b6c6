using System.Collections.Immutable;
using TelegramHls.Media.Probing;
using TelegramHls.Media.Subtitles.Extracting;

namespace TelegramHls.Media.Planning;

/// <summary>Says what of a file is left out or lost, and where it does not play.</summary>
internal static class PlanNotes
{
    /// <param name="facts">The whole file.</param>
    /// <param name="silent">Its audio tracks that cannot be decoded.</param>
    /// <param name="tracks">What is planned.</param>
    public static ImmutableArray<string> For(MediaFacts facts, int silent, ImmutableArray<PlannedTrack> tracks)
    {
        int Count(Func<StreamFacts, bool> which) => facts.Streams.Count(which);
        (int Count, string One, string Many)[] left =
        [
            (Math.Max(facts.Films.Length - 1, 0), "second video track", "further video tracks"),
            (silent, "audio track that cannot be decoded", "audio tracks that cannot be decoded"),
            (SubtitlePlanner.LeftOut(facts), "subtitle track of an unknown kind", "subtitle tracks of unknown kinds"),
            (Count(stream => stream.Disposition.IsAttachedPicture), "cover picture", "cover pictures"),
            (Count(stream => stream.Kind == StreamKind.Attachment), "attached file", "attached files"),
            (Count(stream => stream.Kind == StreamKind.Data), "data track", "data tracks"),
        ];
        return
        [
            .. left.Where(item => item.Count > 0)
                .Select(item => item.Count == 1 ? $"Left out: {item.One}." : $"Left out: {item.Count} {item.Many}."),
            .. SubtitleNotes.Pictures(facts) is { } pictures ? [pictures] : Array.Empty<string>(),
            .. Changes(facts, tracks),
            .. Limits(facts, tracks),
        ];
    }

    // What encoding takes away.
    private static IEnumerable<string> Changes(MediaFacts facts, ImmutableArray<PlannedTrack> tracks)
    {
        StreamFacts Source(PlannedTrack track) => facts.Streams.First(stream => stream.Index == track.SourceIndex);
        if (tracks.FirstOrDefault(track => track.PictureEncoding is not null) is { Picture: { } after } picture
            && Source(picture).Video is { } before && Math.Max(after.Width, after.Height) < Math.Max(before.Width, before.Height) - 1)
        {
            yield return $"The picture was made smaller, from {before.Width}×{before.Height} to {after.Width}×{after.Height}.";
        }

        if (tracks.FirstOrDefault(track => track.PictureEncoding is not null) is { Picture: { } shown } encoded
            && Source(encoded).Video!.IsHighDynamicRange)
        {
            yield return shown.IsHighDynamicRange
                ? "Its HDR colours may look pale: the ffmpeg of this server lacks the filters (zscale, tonemap) that convert them."
                : "HDR was converted to ordinary colours.";
        }

        if (tracks.Any(track => track.SoundEncoding is { Channels: 2 } && Source(track).Audio!.Channels > 2
            && !tracks.Any(kept => string.Equals(kept.Beside, track.Id, StringComparison.Ordinal))))
        {
            yield return "Surround sound was mixed down to stereo.";
        }
    }

    private static IEnumerable<string> Limits(MediaFacts facts, ImmutableArray<PlannedTrack> tracks) =>
        tracks is [{ Kind: TrackKind.Video, Action: TrackAction.Copy }, ..]
            ? new[] { PictureRules.Limits(facts.Films[0]), PictureRules.Base(facts.Films[0]) }.OfType<string>()
            : [];
}
