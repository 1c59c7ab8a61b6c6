using System.Globalization;
using System.Text.Json;
using static TelegramHls.Testing.Playlists.PlaylistRuleException;

namespace TelegramHls.Testing.Playlists;

/// <summary>A film's master playlist held against the bytes that it leads to.</summary>
public sealed class ServedFilm
{
    private readonly Dictionary<string, ServedTrack> _tracks = new(StringComparer.Ordinal);

    private ServedFilm(ReadMasterPlaylist master) => Master = master;

    public ReadMasterPlaylist Master { get; }

    public IReadOnlyDictionary<string, ServedTrack> Tracks => _tracks;

    /// <summary>Fetches all of a film but its subtitles.</summary>
    /// <param name="fetch">Gets the bytes of an address relative to the master playlist.</param>
    /// <param name="master">The master playlist's own address.</param>
    public static async Task<ServedFilm> FetchAsync(Func<string, Task<byte[]>> fetch, string master = "master.m3u8")
    {
        var film = new ServedFilm(ReadMasterPlaylist.Read(System.Text.Encoding.UTF8.GetString(await fetch(master))));
        IEnumerable<string> uris = film.Master.Variants.Select(variant => variant.Uri)
            .Concat(film.Master.Renditions.Where(one => one.Type != "SUBTITLES").Select(one => one.Uri).OfType<string>());
        foreach (string uri in uris.Distinct(StringComparer.Ordinal))
        {
            film._tracks.Add(uri, await ServedTrack.FetchAsync(fetch, uri));
        }

        return film;
    }

    /// <summary>Checks that everything the master playlist says is so.</summary>
    /// <param name="picture">ffprobe's stream of the source's pictures; null for sound alone.</param>
    /// <exception cref="PlaylistRuleException">It is not.</exception>
    public void ShouldKeepToTheRules(JsonElement? picture)
    {
        foreach (ServedTrack track in _tracks.Values)
        {
            track.SegmentsShouldFit();
            Demand(track.Playlist.Version >= 6 && track.Playlist.IsIndependent, "4.3.5.1", "A playlist does not say what its segments are.");
        }

        foreach (ListedRendition sound in Master.Renditions.Where(one => one is { Type: "AUDIO", Uri: not null }))
        {
            int channels = _tracks[sound.Uri!].Stream.GetProperty("channels").GetInt32();
            Demand(sound.Channels is null || sound.Channels.EndsWith("/JOC", StringComparison.Ordinal) || sound.Channels == $"{channels}", "4.3.4.1", $"{sound.Uri} has {channels} channels, not {sound.Channels}.");
        }

        foreach (ListedVariant variant in Master.Variants)
        {
            CheckBits(variant);
            CheckCodecs(variant);
            if (picture is { } stream && variant.Resolution is not null)
            {
                CheckPicture(variant, stream);
            }
        }
    }

    private void CheckBits(ListedVariant variant)
    {
        ServedTrack own = _tracks[variant.Uri];
        ServedTrack[] beside = Beside(variant);
        double peak = own.PeakBits() + beside.Select(sound => sound.PeakBits()).DefaultIfEmpty().Max();
        double largest = own.LargestBits() + beside.Select(sound => sound.LargestBits()).DefaultIfEmpty().Max();
        double average = own.AverageBits() + beside.Select(sound => sound.AverageBits()).DefaultIfEmpty().Max();
        Demand(variant.Bandwidth >= peak - 2 && variant.Bandwidth <= largest + 2, "4.3.4.2", $"BANDWIDTH is {variant.Bandwidth}, of the bytes {peak:0} to {largest:0}.");
        Demand(Math.Abs(variant.AverageBandwidth!.Value - average) <= average / 100, "4.3.4.2", $"AVERAGE-BANDWIDTH is {variant.AverageBandwidth}, of the bytes {average:0}.");
    }

    // A stream names the codecs of all its renditions, and no others.
    private void CheckCodecs(ListedVariant variant)
    {
        JsonElement[] streams = [_tracks[variant.Uri].Stream, .. Beside(variant).Select(sound => sound.Stream)];
        foreach (JsonElement stream in streams)
        {
            Demand(variant.Codecs.Any(codec => CodecsByProbe.Agrees(codec, stream)), "4.3.4.2", $"{string.Join(',', variant.Codecs)} does not name {stream.GetProperty("codec_name")} {stream}.");
        }

        Demand(variant.Codecs.All(codec => streams.Any(stream => CodecsByProbe.Agrees(codec, stream))), "4.3.4.2", $"There is nothing of {string.Join(',', variant.Codecs)}.");
    }

    private static void CheckPicture(ListedVariant variant, JsonElement source)
    {
        string Text(string name) => source.TryGetProperty(name, out JsonElement value) ? value.ToString() : string.Empty;
        double[] aspect = [.. Text("sample_aspect_ratio").Split(':').Select(side => double.TryParse(side, CultureInfo.InvariantCulture, out double number) ? number : 1)];
        double wide = double.Parse(Text("width"), CultureInfo.InvariantCulture) * (aspect.Length == 2 && aspect[1] > 0 ? aspect[0] / aspect[1] : 1);
        double high = double.Parse(Text("height"), CultureInfo.InvariantCulture);
        bool isTurned = source.TryGetProperty("side_data_list", out JsonElement sides)
            && sides.EnumerateArray().Any(side => side.TryGetProperty("rotation", out JsonElement angle) && Math.Abs(angle.GetDouble()) % 180 == 90);
        (double Width, double Height) shown = isTurned ? (high, wide) : (wide, high);
        Demand(Math.Abs(variant.Resolution!.Value.Width - shown.Width) <= 1 && Math.Abs(variant.Resolution.Value.Height - shown.Height) <= 1, "4.3.4.2", $"RESOLUTION is {variant.Resolution}, the picture {shown}.");
        string range = Text("color_transfer") switch { "smpte2084" => "PQ", "arib-std-b67" => "HLG", _ => "SDR" };
        Demand(variant.VideoRange == range, "4.3.4.2", $"VIDEO-RANGE is {variant.VideoRange}, the picture {range}.");
        double[] rate = [.. Text("r_frame_rate").Split('/').Select(number => double.Parse(number, CultureInfo.InvariantCulture))];
        Demand(Math.Abs(variant.FrameRate!.Value - (rate[0] / rate[1])) < 0.0006, "4.3.4.2", $"FRAME-RATE is {variant.FrameRate}, the picture's {rate[0] / rate[1]:0.000}.");
    }

    private ServedTrack[] Beside(ListedVariant variant) =>
    [
        .. Master.Renditions.Where(one => one.Type == "AUDIO" && one.Group == variant.Audio && one.Uri is not null)
            .Select(one => one.Uri!).Where(uri => uri != variant.Uri).Distinct(StringComparer.Ordinal).Select(uri => _tracks[uri]),
    ];
}
