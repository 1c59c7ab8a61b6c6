using System.Collections.Immutable;
using TelegramHls.Media.Probing;

namespace TelegramHls.Media.Planning;

/// <summary>Decides what becomes of each stream of a file. Pure: the same facts and wishes give the same plan.</summary>
public static class PackagePlanner
{
    // EXT-X-TARGETDURATION may never change while a playlist grows, so it must hold the longest GOP to be expected.
    private const int LongestSegment = 20;

    /// <summary>Plans the packaging of a file, or says why it cannot be packaged.</summary>
    public static PlanOutcome Plan(MediaFacts facts, PlanWishes wishes)
    {
        ImmutableArray<StreamFacts> films = Streams(facts, StreamKind.Video);
        ImmutableArray<StreamFacts> sounds = Streams(facts, StreamKind.Audio);
        if (films.IsEmpty && sounds.IsEmpty)
        {
            return new PlanOutcome.Refused("There is neither a picture track nor a sound track in this file.");
        }

        ImmutableArray<StreamFacts> used = [.. films.Take(1), .. sounds];
        if (used.FirstOrDefault(stream => !CodecRules.IsCopied(KindOf(stream), stream.Codec)) is { } stranger)
        {
            return new PlanOutcome.Refused(Refusal(stranger, isFilm: !films.IsEmpty));
        }

        ImmutableArray<StreamFacts> ordered =
        [
            .. films.Take(1),
            .. sounds.OrderBy(stream => CodecRules.Preference(stream.Codec)).ThenBy(stream => stream.Index),
        ];
        return new PlanOutcome.Planned(new PackagePlan(
            PackagePlan.CurrentSchema,
            wishes.FFmpegVersion,
            Tracks(facts, ordered),
            facts.Duration,
            StartOffset.For(facts, ordered),
            Threads: 2,
            FragmentDuration: TimeSpan.FromSeconds(1),
            SegmentTarget: TimeSpan.FromSeconds(wishes.SegmentSeconds),
            TargetDuration: Math.Max(LongestSegment, wishes.SegmentSeconds * 2),
            PlanNotes.For(facts, films.Length)));
    }

    private static ImmutableArray<PlannedTrack> Tracks(MediaFacts facts, ImmutableArray<StreamFacts> streams)
    {
        int[] sounds = [.. streams.Where(stream => stream.Kind == StreamKind.Audio).Select(stream => stream.Index)];
        int chosen = streams.FirstOrDefault(stream =>
            stream.Kind == StreamKind.Audio && stream.Disposition.IsDefault)?.Index ?? sounds.FirstOrDefault(-1);
        return
        [
            .. streams.Select(stream => new PlannedTrack(
                stream.Kind == StreamKind.Video ? "v0" : $"a{Array.IndexOf(sounds, stream.Index)}",
                KindOf(stream),
                stream.Index,
                stream.Codec,
                TrackAction.Copy,
                Tag: string.Equals(stream.Codec, "hevc", StringComparison.Ordinal) ? "hvc1" : null,
                BitstreamFilter(facts, stream),
                stream.Language,
                stream.Title,
                IsDefault: stream.Kind == StreamKind.Video || stream.Index == chosen,
                stream.Video,
                stream.Audio)),
        ];
    }

    // AAC in a transport stream carries ADTS headers, which a fragmented MP4 must not have.
    private static string? BitstreamFilter(MediaFacts facts, StreamFacts stream) =>
        string.Equals(stream.Codec, "aac", StringComparison.Ordinal)
        && facts.Container.Split(',').Any(name => name is "mpegts" or "aac" or "mpeg")
            ? "aac_adtstoasc"
            : null;

    private static ImmutableArray<StreamFacts> Streams(MediaFacts facts, StreamKind kind) =>
        [.. facts.Streams.Where(stream => stream.Kind == kind && !stream.Disposition.IsAttachedPicture)];

    private static TrackKind KindOf(StreamFacts stream) =>
        stream.Kind == StreamKind.Video ? TrackKind.Video : TrackKind.Audio;

    private static string Refusal(StreamFacts stream, bool isFilm) => stream.Kind == StreamKind.Video
        ? $"This film's video is {CodecRules.Name(stream.Codec)}; only H.264, HEVC, AV1 and VP9 can be packaged so far."
        : $"This {(isFilm ? "film's audio" : "recording")} is {CodecRules.Name(stream.Codec)}; "
            + "only AAC, Opus and FLAC can be packaged so far.";
}
