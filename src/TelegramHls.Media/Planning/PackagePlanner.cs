using System.Collections.Immutable;
using TelegramHls.Media.Playlists;
using TelegramHls.Media.Probing;

namespace TelegramHls.Media.Planning;

/// <summary>Decides what becomes of each stream of a file. Pure: the same facts and wishes give the same plan.</summary>
public static class PackagePlanner
{
    /// <summary>The longest group of pictures that is copied. What a playlist of 20 s holds (RFC 8216, 4.3.3.1: it is rounded).</summary>
    internal static readonly TimeSpan LongestSegment = TimeSpan.FromSeconds(TargetSeconds) + SegmentCutter.Rounding;

    // EXT-X-TARGETDURATION may never change while a playlist grows, so it must hold the longest group to be expected.
    private const int TargetSeconds = 20;

    // x264 gains little from more, each holds pictures of its own, and two films may be in work at once.
    private const int MostThreads = 8;

    /// <summary>Plans the packaging of a file, or says why it cannot be packaged.</summary>
    public static PlanOutcome Plan(MediaFacts facts, PlanWishes wishes)
    {
        ImmutableArray<StreamFacts> sounds = facts.Sounds;
        StreamFacts? film = facts.Films.FirstOrDefault();
        if (film is null && sounds.IsEmpty)
        {
            return new PlanOutcome.Refused("There is neither a picture track nor a sound track in this file.");
        }

        if (film is not null && PictureRules.WhyRefused(film) is { } reason)
        {
            return new PlanOutcome.Refused(reason);
        }

        // Where a film's sound cannot be had, its pictures alone would be another film.
        ImmutableArray<StreamFacts> usable = [.. sounds.Where(SoundRules.IsUsable)];
        if (usable.IsEmpty && !sounds.IsEmpty)
        {
            string whose = film is null ? "recording" : "film's audio";
            return new PlanOutcome.Refused($"This {whose} is {CodecRules.Undecodable(sounds[0].Codec)}");
        }

        TimeSpan segmentTarget = TimeSpan.FromSeconds(wishes.SegmentSeconds);
        ImmutableArray<PlannedTrack> tracks = TrackPlanner.Plan(facts, film, usable, segmentTarget, wishes.CanToneMap);
        return new PlanOutcome.Planned(new PackagePlan(
            PackagePlan.CurrentSchema,
            wishes.FFmpegVersion,
            tracks,
            facts.Duration > TimeSpan.Zero ? facts.Duration : null,
            StartOffset.For(facts, tracks),
            Threads: Math.Clamp(wishes.Processors, 1, MostThreads),
            FragmentDuration: TimeSpan.FromSeconds(1),
            segmentTarget,
            TargetDuration: Math.Max(TargetSeconds, wishes.SegmentSeconds * 2),
            PlanNotes.For(facts, sounds.Length - usable.Length, tracks),
            Promised(facts, film is null ? usable : usable.Add(film))));
    }

    // Of all others ffprobe takes the last time stamp, or divides bytes by a rate. A subtitle may promise more than the film.
    private static TimeSpan? Promised(MediaFacts facts, IEnumerable<StreamFacts> played)
    {
        bool hasHeader = facts.Container.Split(',').Any(name => name is "mov" or "matroska" or "avi" or "asf" or "flv" or "wav" or "flac");
        TimeSpan?[] lengths = [.. played.Select(stream => stream.Duration)];
        TimeSpan? whole = lengths.All(length => length is not null) ? lengths.Max() : facts.Duration;
        return hasHeader && whole > TimeSpan.Zero ? whole : null;
    }
}
