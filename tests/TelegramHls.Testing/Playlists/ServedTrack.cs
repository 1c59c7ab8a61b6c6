using System.Globalization;
using System.Text.Json;
using static TelegramHls.Testing.Playlists.PlaylistRuleException;

namespace TelegramHls.Testing.Playlists;

/// <summary>A track as a player gets it: its playlist, its bytes, and what ffprobe says of them.</summary>
public sealed class ServedTrack
{
    private const double ClockTick = 0.0021;

    private ServedTrack(ReadMediaPlaylist playlist, long[] sizes, JsonElement stream, Packet[] packets, long initLength) =>
        (Playlist, Sizes, Stream, Packets, InitLength) = (playlist, sizes, stream, packets, initLength);

    public ReadMediaPlaylist Playlist { get; }

    /// <summary>Bytes of each segment.</summary>
    public long[] Sizes { get; }

    /// <summary>What ffprobe shows of the stream.</summary>
    public JsonElement Stream { get; }

    public Packet[] Packets { get; }

    private long InitLength { get; }

    /// <summary>Fetches a playlist and everything that it lists.</summary>
    /// <param name="fetch">Gets the bytes of an address relative to the master playlist.</param>
    /// <param name="uri">Of the playlist.</param>
    public static async Task<ServedTrack> FetchAsync(Func<string, Task<byte[]>> fetch, string uri)
    {
        var playlist = ReadMediaPlaylist.Read(System.Text.Encoding.UTF8.GetString(await fetch(uri)));
        byte[] init = await fetch(playlist.Map!);
        var sizes = new List<long>();
        using var directory = new TempDirectory();
        string path = directory.File("track.mp4");
        await using (FileStream file = File.Create(path))
        {
            await file.WriteAsync(init);
            foreach (ListedSegment segment in playlist.Segments)
            {
                byte[] bytes = await fetch(segment.Uri);
                sizes.Add(bytes.Length);
                await file.WriteAsync(bytes);
            }
        }

        JsonElement report = JsonSerializer.Deserialize<JsonElement>(await Command.RunAsync(
            "ffprobe", "-v", "error", "-show_streams", "-show_entries", "packet=dts_time,duration_time,flags,pos", "-of", "json", path));
        return new ServedTrack(
            playlist, [.. sizes], report.GetProperty("streams")[0], [.. report.GetProperty("packets").EnumerateArray().Select(Packet.Of)], init.Length);
    }

    /// <summary>The most bits in a second over any segments that lie together and last 0.5 to 1.5 times the target duration.</summary>
    public double PeakBits()
    {
        double peak = 0;
        for (int first = 0; first < Sizes.Length; first++)
        {
            double seconds = 0;
            long bytes = 0;
            for (int last = first; last < Sizes.Length && seconds <= 1.5 * Playlist.TargetDuration; last++)
            {
                seconds += Playlist.Segments[last].Seconds;
                bytes += Sizes[last];
                bool counts = seconds >= 0.5 * Playlist.TargetDuration && seconds <= 1.5 * Playlist.TargetDuration;
                peak = counts ? Math.Max(peak, bytes * 8 / seconds) : peak;
            }
        }

        return Math.Max(peak, AverageBits());
    }

    /// <summary>Bits in a second over all segments.</summary>
    public double AverageBits() => Sizes.Sum() * 8 / Playlist.Segments.Sum(segment => segment.Seconds);

    /// <summary>Bits in a second of the segment that has the most.</summary>
    public double LargestBits() => Sizes.Zip(Playlist.Segments, (size, segment) => size * 8 / segment.Seconds).Max();

    /// <summary>Segments begin with a picture that can be decoded alone, and go on where the one before has ended.</summary>
    /// <exception cref="PlaylistRuleException">They do not.</exception>
    public void SegmentsShouldFit()
    {
        long from = InitLength;
        double expected = double.NaN;
        for (int i = 0; i < Sizes.Length; i++)
        {
            Packet[] inside = [.. Packets.Where(packet => packet.Position >= from && packet.Position < from + Sizes[i])];
            Demand(inside.Length > 0, "3", $"Segment {i} has no samples.");
            Demand(!Playlist.IsIndependent || inside[0].IsKey, "4.3.5.1", $"Segment {i} does not begin with a key frame.");
            // Of different tracks or times without EXT-X-DISCONTINUITY there is none.
            bool fits = double.IsNaN(expected) || Playlist.Segments[i].IsDiscontinuity || Math.Abs(inside[0].Time - expected) < ClockTick;
            Demand(fits, "4.3.2.3", $"Segment {i} begins at {inside[0].Time}, {expected} was expected.");
            expected = inside[0].Time + Playlist.Segments[i].Seconds;
            from += Sizes[i];
        }

        // ffprobe counts a last packet of sound whole, also where the track says that it ends before; of others it may know nothing.
        Packet last = Packets[^1];
        double longest = last.Duration > 0 ? last.Duration : 2 * (last.Time - Packets[^2].Time);
        bool ends = expected > last.Time - ClockTick && expected < last.Time + longest + ClockTick;
        Demand(ends, "4.3.2.1", $"The last segment ends at {expected} by its EXTINF, its last packet is {last}.");
    }

    /// <summary>A packet: when it is decoded, for how long, where its bytes lie, and whether decoding can begin with it.</summary>
    public sealed record Packet(double Time, double Duration, long Position, bool IsKey)
    {
        internal static Packet Of(JsonElement packet) => new(
            Number(packet, "dts_time"), Number(packet, "duration_time"),
            (long)Number(packet, "pos"), packet.GetProperty("flags").GetString()!.Contains('K', StringComparison.Ordinal));

        private static double Number(JsonElement packet, string name) =>
            packet.TryGetProperty(name, out JsonElement value) ? double.Parse(value.GetString()!, CultureInfo.InvariantCulture) : 0;
    }
}
