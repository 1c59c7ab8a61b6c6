using System.Collections.Immutable;
using TelegramHls.Core.Ids;
using TelegramHls.Core.Ropes;
using TelegramHls.Media.Fragments;
using TelegramHls.Media.Playlists;
using TelegramHls.Testing;

namespace TelegramHls.Media.Tests.Playlists;

public sealed class HlsTests : IDisposable
{
    private readonly TempDirectory _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Sources.All), MemberType = typeof(Sources))]
    public async Task Hls_ReadByFFmpeg_HasThePacketsOfTheStoredStream(string name)
    {
        IndexedFilm film = await IndexedFilm.OfAsync(await Sources.MakeAsync(name));
        await HlsFolder.WriteAsync(film, _folder);

        for (int i = 0; i < film.Stored.Header!.Tracks.Length; i++)
        {
            string playlist = _folder.File(film.Stored.Header.Tracks[i].Plan.Id + ".m3u8");
            string[] played = await Packets.HashesAsync(playlist, "-allowed_extensions", "ALL");

            string[] stored = [.. (await Packets.HashesAsync(film.Stored.Path)).Where(line => line.StartsWith($"{i} ", StringComparison.Ordinal))];
            played.Select(line => line[2..]).ShouldBe(stored.Select(line => line[2..]));
        }
    }

    [Fact]
    public async Task Hls_MasterReadByFFmpeg_DecodesToTheSourcesPicturesAndSound()
    {
        string source = await Films.TwoLanguages(12);
        IndexedFilm film = await IndexedFilm.OfAsync(source);
        string master = await HlsFolder.WriteAsync(film, _folder);

        string[] played = await Packets.DecodedAsync(master, "-allowed_extensions", "ALL");

        // Each AAC track begins with a packet that only starts the decoder: the source's edit list hides it, HLS has none.
        string[] expected = await Packets.DecodedAsync(source);
        Of(played, "0").ShouldBe(Of(expected, "0"));
        Of(played, "1").Skip(1).SkipLast(1).ShouldBe(Of(expected, "1").SkipLast(1));
        Of(played, "2").Skip(1).SkipLast(1).ShouldBe(Of(expected, "2").SkipLast(1));
    }

    [Theory]
    [MemberData(nameof(Sources.All), MemberType = typeof(Sources))]
    public async Task Cut_AnySource_CoversEachFragmentOnceAndBeginsWithKeyFrames(string name)
    {
        IndexedFilm film = await IndexedFilm.OfAsync(await Sources.MakeAsync(name));
        FragmentTable table = film.Table();

        ImmutableArray<TrackSegments> tracks = TrackSegments.Cut(table, table.Length);

        var ranges = new List<(long Start, long End)>();
        foreach (TrackSegments track in tracks)
        {
            Fragment[] fragments = [.. film.Stored.Fragments.Where(fragment => fragment.Track == track.Track.Number)];
            track.Segments.ShouldAllBe(segment => fragments[segment.First].StartsWithSync);
            track.Segments.Length.ShouldBeGreaterThan(1);
            ranges.AddRange(track.Segments
                .SelectMany(segment => track.RopeOf(segment, StoredFileId.From("x")).Pieces)
                .Cast<Piece.Stored>().Select(piece => (piece.Offset, piece.Offset + piece.Count)));
        }

        ranges.Sort();
        ranges[0].Start.ShouldBe(table.Header.Length);
        ranges[^1].End.ShouldBe(new FileInfo(film.Stored.Path).Length);
        ranges.Zip(ranges.Skip(1)).ShouldAllBe(pair => pair.First.End == pair.Second.Start);
    }

    [Fact]
    public async Task Cut_GrowingStream_OnlyEverAppends()
    {
        IndexedFilm film = await IndexedFilm.OfAsync(await Films.TwoLanguages(60));
        FragmentTable growing = new(film.Stored.Header!);
        var before = new Dictionary<string, string>();


        foreach (Fragment fragment in film.Stored.Fragments)
        {
            growing.Add(fragment);
            foreach (TrackSegments track in TrackSegments.Cut(growing, growing.Length))
            {
                string text = MediaPlaylist.Write(track, 20, 1);
                text.ShouldStartWith(before.GetValueOrDefault(track.Track.Plan.Id, string.Empty));
                text.ShouldNotContain("ENDLIST");
                before[track.Track.Plan.Id] = text;
            }
        }

        before["v0"].Split('\n').Count(line => line.StartsWith("#EXTINF", StringComparison.Ordinal)).ShouldBeGreaterThanOrEqualTo(13);
        growing.Complete();
        foreach (TrackSegments track in TrackSegments.Cut(growing, growing.Length))
        {
            string text = MediaPlaylist.Write(track, 20, 1);
            text.ShouldStartWith(before[track.Track.Plan.Id]);
            text.ShouldEndWith("#EXT-X-ENDLIST\n");
        }

        before.Keys.ShouldBe(["v0", "a0", "a1"], ignoreOrder: true);
    }

    private static IEnumerable<string> Of(string[] lines, string stream) => lines.Where(line => line.StartsWith(stream + " ", StringComparison.Ordinal));
}
