using System.Collections.Immutable;
using TelegramHls.Media.Probing;

namespace TelegramHls.Media.Planning;

/// <summary>Decides what becomes of each stream of a file. Pure: the same facts and wishes give the same plan.</summary>
public static class PackagePlanner
{
    // EXT-X-TARGETDURATION may never change while a playlist grows, so it must hold the longest GOP to be expected.
    private const int LongestSegment = 20;

    // x264 gains little from more, each holds pictures of its own, and two films may be in work at once.
    private const int MostThreads = 8;

    /// <summary>Plans the packaging of a file, or says why it cannot be packaged.</summary>
    public static PlanOutcome Plan(MediaFacts facts, PlanWishes wishes)
    {
        ImmutableArray<StreamFacts> films = Streams(facts, StreamKind.Video);
        ImmutableArray<StreamFacts> sounds = Streams(facts, StreamKind.Audio);
        if (films.IsEmpty && sounds.IsEmpty)
        {
            return new PlanOutcome.Refused("There is neither a picture track nor a sound track in this file.");
        }

        StreamFacts? film = films.FirstOrDefault();
        if (film is not null && !CodecRules.IsUsable(film))
        {
            return new PlanOutcome.Refused($"This film's video is {CodecRules.Undecodable(film.Codec)}");
        }

        ImmutableArray<StreamFacts> usable = [.. sounds.Where(CodecRules.IsUsable)];
        if (usable.IsEmpty && !sounds.IsEmpty)
        {
            string whose = film is null ? "recording" : "film's audio";
            return new PlanOutcome.Refused($"This {whose} is {CodecRules.Undecodable(sounds[0].Codec)}");
        }

        TimeSpan segmentTarget = TimeSpan.FromSeconds(wishes.SegmentSeconds);
        ImmutableArray<PlannedTrack> tracks = TrackPlanner.Plan(facts, film, usable, segmentTarget);
        return new PlanOutcome.Planned(new PackagePlan(
            PackagePlan.CurrentSchema,
            wishes.FFmpegVersion,
            tracks,
            facts.Duration,
            StartOffset.For(facts, tracks),
            Threads: Math.Clamp(wishes.Processors, 1, MostThreads),
            FragmentDuration: TimeSpan.FromSeconds(1),
            segmentTarget,
            TargetDuration: Math.Max(LongestSegment, wishes.SegmentSeconds * 2),
            PlanNotes.For(facts, films.Length, sounds.Length - usable.Length, tracks)));
    }

    private static ImmutableArray<StreamFacts> Streams(MediaFacts facts, StreamKind kind) =>
        [.. facts.Streams.Where(stream => stream.Kind == kind && !stream.Disposition.IsAttachedPicture)];
}
