namespace TelegramHls.Media.Playlists;

/// <summary>Bits in a second of a track, from its real bytes.</summary>
/// <param name="Peak">Of the segment that has the most.</param>
/// <param name="Average">Over all segments.</param>
internal readonly record struct Bandwidth(long Peak, long Average)
{
    // A last segment of a few samples would claim a rate that no player has to bear.
    private const double Shortest = 0.5;

    public static Bandwidth Of(TrackSegments track)
    {
        double timescale = track.Track.Timescale;
        double peak = 0;
        long bytes = 0;
        double seconds = 0;
        foreach (Segment segment in track.Segments)
        {
            long size = track.BytesOf(segment);
            double length = segment.Duration / timescale;
            peak = length >= Shortest ? Math.Max(peak, size / length) : peak;
            bytes += size;
            seconds += length;
        }

        double average = seconds > 0 ? bytes / seconds : 0;
        return new Bandwidth((long)Math.Ceiling(Math.Max(peak, average) * 8), (long)Math.Ceiling(average * 8));
    }

    public static Bandwidth operator +(Bandwidth left, Bandwidth right) =>
        new(left.Peak + right.Peak, left.Average + right.Average);
}
