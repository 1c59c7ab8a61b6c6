using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using TelegramHls.Media.Fragments;
using TelegramHls.Media.Playlists;
using TelegramHls.Testing;

namespace TelegramHls.Media.Tests.Playlists;

public sealed partial class MasterPlaylistTests : IDisposable
{
    private readonly TempDirectory _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Write_TwoLanguages_ListsVideoAndOneGroup()
    {
        string text = await MasterAsync("two-languages");

        string[] lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines[..3].ShouldBe(["#EXTM3U", "#EXT-X-VERSION:7", "#EXT-X-INDEPENDENT-SEGMENTS"]);
        lines[3].ShouldBe("#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"aac\",NAME=\"English\",LANGUAGE=\"en\",DEFAULT=YES,AUTOSELECT=YES,"
            + "CHANNELS=\"1\",URI=\"a0.m3u8?v=3\"");
        lines[4].ShouldBe("#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"aac\",NAME=\"Russian\",LANGUAGE=\"ru\",DEFAULT=NO,AUTOSELECT=YES,"
            + "CHANNELS=\"1\",URI=\"a1.m3u8?v=3\"");
        lines[5].ShouldContain("CODECS=\"avc1.64001E,mp4a.40.2\",RESOLUTION=640x360,FRAME-RATE=24.000,VIDEO-RANGE=SDR,AUDIO=\"aac\"");
        lines[6].ShouldBe("v0.m3u8?v=3");
        lines.Length.ShouldBe(7);
    }

    [Fact]
    public async Task Write_SurroundSound_IsASecondGroupOfTheSameMembers()
    {
        string text = await MasterAsync("surround");

        string[] lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        // RFC 8216, 4.3.4.1.1: corresponding members differ in URI and CHANNELS alone.
        string[] members =
        [
            ",NAME=\"English\",LANGUAGE=\"en\",DEFAULT=YES,AUTOSELECT=YES,",
            ",NAME=\"Russian\",LANGUAGE=\"ru\",DEFAULT=NO,AUTOSELECT=YES,",
            ",NAME=\"English - Commentary\",LANGUAGE=\"en\",DEFAULT=NO,AUTOSELECT=NO,",
        ];
        string[] ends = ["CHANNELS=\"2\",URI=\"a0.m3u8?v=3\"", "CHANNELS=\"1\",URI=\"a1.m3u8?v=3\"", "CHANNELS=\"2\",URI=\"a2.m3u8?v=3\""];
        lines[3..6].ShouldBe(members.Zip(ends, (member, end) => $"#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"aac\"{member}{end}"));
        ends[0] = "CHANNELS=\"6\",URI=\"a3.m3u8?v=3\"";
        lines[6..9].ShouldBe(members.Zip(ends, (member, end) => $"#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"surround\"{member}{end}"));
        lines[9].ShouldContain("CODECS=\"avc1.64000C,mp4a.40.2\",");
        lines[9].ShouldEndWith(",AUDIO=\"aac\"");
        lines[11].ShouldContain("CODECS=\"avc1.64000C,ec-3,mp4a.40.2\",");
        lines[11].ShouldEndWith(",AUDIO=\"surround\"");
        (lines[10], lines[12], lines.Length).ShouldBe(("v0.m3u8?v=3", "v0.m3u8?v=3", 13));
    }

    [Theory]
    [InlineData("surround", "v0.m3u8?v=3 aac, v0.m3u8?v=3 surround, v0.m3u8?v=7 aac, v0.m3u8?v=7 surround")]
    [InlineData("rotated", "v0.m3u8?v=3 , v0.m3u8?v=7 ")]
    [InlineData("sound", "a0.m3u8?v=3 ")]
    public async Task Write_SecondVersion_HasItsOwnPicturesAndTheFilmsSound(string source, string expected)
    {
        string alone = await MasterAsync(source);

        string text = await MasterAsync(source, second: "picture");

        MatchCollection streams = Regex.Matches(text, "#EXT-X-STREAM-INF:(.*)\n(.*)\n", RegexOptions.None, TimeSpan.FromSeconds(1));
        string.Join(", ", streams.Select(stream => $"{stream.Groups[2].Value} {Attribute(stream.Value, "AUDIO").Trim('"')}")).ShouldBe(expected);
        text.ShouldStartWith(alone);
        string own = Attribute(await MasterAsync("picture"), "CODECS");
        streams.Skip(streams.Count / 2).Where(stream => stream.Value.Contains("v=7", StringComparison.Ordinal))
            .ShouldAllBe(stream => stream.Value.Contains($"CODECS={own.TrimEnd('"')}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Write_Bandwidth_ComesFromRealBytes()
    {
        string text = await MasterAsync("picture");
        IndexedFilm film = await IndexedFilm.OfAsync(await Sources.MakeAsync("picture"));
        long peak = long.Parse(Attribute(text, "BANDWIDTH"), CultureInfo.InvariantCulture);
        long average = long.Parse(Attribute(text, "AVERAGE-BANDWIDTH"), CultureInfo.InvariantCulture);

        // The stored stream is nothing but this track and its header.
        double expected = (new FileInfo(film.Stored.Path).Length - 800) * 8 / 12d;
        average.ShouldBeInRange((long)(expected * 0.99), (long)(expected * 1.01));
        peak.ShouldBeInRange(average, average * 2);
    }

    [Fact]
    public async Task Write_RotatedHlg_TurnsTheResolutionAndNamesTheRange()
    {
        string text = await MasterAsync("rotated");

        text.ShouldContain("RESOLUTION=180x320,FRAME-RATE=25.000,VIDEO-RANGE=HLG");
        text.ShouldNotContain("AUDIO");
    }

    [Fact]
    public async Task Write_SoundAlone_IsOneStreamOfIt()
    {
        string text = await MasterAsync("sound");

        string[] lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines[3].ShouldEndWith("CODECS=\"mp4a.40.2\"");
        lines[4].ShouldBe("a0.m3u8?v=3");
        lines.Length.ShouldBe(5);
    }

    [Fact]
    public async Task Write_MediaPlaylist_KeepsToRfc8216()
    {
        IndexedFilm film = await IndexedFilm.OfAsync(await Films.TwoLanguages(12));
        FragmentTable table = film.Table();
        foreach (TrackSegments track in TrackSegments.Cut(table, table.Length))
        {
            string text = MediaPlaylist.Write(track, table.Header.TargetDuration, version: 3);

            text.ShouldStartWith("#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-TARGETDURATION:20\n#EXT-X-MEDIA-SEQUENCE:0\n"
                + "#EXT-X-PLAYLIST-TYPE:EVENT\n#EXT-X-INDEPENDENT-SEGMENTS\n#EXT-X-START:TIME-OFFSET=0\n"
                + $"#EXT-X-MAP:URI=\"{track.Track.Plan.Id}/init.mp4?v=3\"\n#EXTINF:");
            text.ShouldEndWith("\n#EXT-X-ENDLIST\n");
            double[] lengths = [.. Lengths().Matches(text).Select(match => double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture))];
            lengths.Sum().ShouldBe(12, 0.05);
            lengths.ShouldAllBe(length => Math.Round(length) <= 20);
            text.ShouldContain($"\n{track.Track.Plan.Id}/0.m4s?v=3\n");
        }
    }

    private static async Task<string> MasterAsync(string source, string? second = null) => MasterPlaylist.Write(
        await TracksAsync(source), [], version: 3, second is null ? null : new PictureVariant((await TracksAsync(second))[0], Version: 7));

    private static async Task<ImmutableArray<TrackSegments>> TracksAsync(string source)
    {
        IndexedFilm film = await IndexedFilm.OfAsync(await Sources.MakeAsync(source));
        FragmentTable table = film.Table();
        return TrackSegments.Cut(table, table.Length);
    }

    private static string Attribute(string text, string name) =>
        Regex.Match(text, $"[:,]{name}=([^,\n]+)", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups[1].Value;

    [GeneratedRegex("#EXTINF:([0-9.]+),", RegexOptions.None, 1000)]
    private static partial Regex Lengths();
}
