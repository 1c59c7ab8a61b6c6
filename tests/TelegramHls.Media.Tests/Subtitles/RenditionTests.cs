using System.Collections.Immutable;
using System.Globalization;
using TelegramHls.Media.Fragments;
using TelegramHls.Media.Playlists;
using TelegramHls.Media.Subtitles;
using TelegramHls.Media.Subtitles.Renditions;
using TelegramHls.Testing;
using TelegramHls.Testing.Playlists;

namespace TelegramHls.Media.Tests.Subtitles;

public sealed class RenditionTests : IDisposable
{
    private static readonly SubtitleRendition[] Offered =
    [
        new("s0", "eng", null, IsDefault: false, IsForced: false, IsHearingImpaired: false, "f-1"),
        new("s1", "eng", null, IsDefault: true, IsForced: false, IsHearingImpaired: true, "g-1"),
        new("s2", "pt-BR", "Signs \"only\"", IsDefault: true, IsForced: true, IsHearingImpaired: false, "h-1"),
        new("s3", null, null, IsDefault: false, IsForced: false, IsHearingImpaired: false, "i-1"),
        new("s4", "eng", "English", IsDefault: false, IsForced: false, IsHearingImpaired: false, "j-1"),
    ];

    private readonly TempDirectory _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Write_MasterWithSubtitles_ListsEachUnderANameOfItsOwn()
    {
        (FragmentTable table, ImmutableArray<TrackSegments> tracks) = await CutAsync();

        string text = MasterPlaylist.Write(tracks, Offered, version: 3);
        string[] lines = text.Split('\n');

        ReadMasterPlaylist.Read(text).Renditions.Count(one => one.Type == "SUBTITLES").ShouldBe(Offered.Length);

        table.Header.Tracks.Length.ShouldBeGreaterThan(2);
        string[] media = [.. lines.Where(line => line.Contains("TYPE=SUBTITLES", StringComparison.Ordinal))];
        const string Group = "#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID=\"subtitles\",";
        media.ShouldBe(
        [
            Group + "NAME=\"English\",LANGUAGE=\"en\",DEFAULT=NO,AUTOSELECT=YES,FORCED=NO,URI=\"s0.m3u8?v=f-1\"",
            Group + "NAME=\"English (SDH)\",LANGUAGE=\"en\",DEFAULT=YES,AUTOSELECT=YES,FORCED=NO,CHARACTERISTICS=\"public.accessibility."
                + "transcribes-spoken-dialog,public.accessibility.describes-music-and-sound\",URI=\"s1.m3u8?v=g-1\"",
            Group + "NAME=\"Portuguese - Signs 'only' (forced)\",LANGUAGE=\"pt-BR\",DEFAULT=NO,AUTOSELECT=YES,FORCED=YES,URI=\"s2.m3u8?v=h-1\"",
            Group + "NAME=\"Subtitles 4\",DEFAULT=NO,AUTOSELECT=YES,FORCED=NO,URI=\"s3.m3u8?v=i-1\"",
            Group + "NAME=\"English (2)\",LANGUAGE=\"en\",DEFAULT=NO,AUTOSELECT=NO,FORCED=NO,URI=\"s4.m3u8?v=j-1\"",
        ]);
        lines.Where(line => line.StartsWith("#EXT-X-STREAM-INF", StringComparison.Ordinal))
            .ShouldAllBe(line => line.Contains(",AUDIO=\"", StringComparison.Ordinal) && line.EndsWith(",SUBTITLES=\"subtitles\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Cut_CompleteFilm_CoversItWithoutAGapAndNeverTooLong()
    {
        (FragmentTable table, ImmutableArray<TrackSegments> tracks) = await CutAsync();

        ImmutableArray<SubtitleSpan> spans = SubtitleSpans.Cut(tracks[0], table.Header with { TargetDuration = 5 });

        // Key frames every 2 s and segments of 4 s: one of them alone, since two are longer than 5 s.
        spans.Select(span => Math.Round(span.Duration.TotalSeconds, 3)).ShouldBe([4, 4, 4]);
        spans.Sum(span => span.Duration.TotalSeconds).ShouldBe(12, 0.01);
        spans.Zip(spans.Skip(1)).ShouldAllBe(pair => Math.Abs((pair.First.Until - pair.Second.From).Ticks) <= 1);
        (spans[0].From, spans[^1].Until).ShouldBe((TimeSpan.MinValue, TimeSpan.MaxValue));

        SubtitleSpans.Cut(tracks[0], table.Header).Select(span => Math.Round(span.Duration.TotalSeconds, 3)).ShouldBe([4, 8]);
    }

    [Fact]
    public async Task Cut_GrowingFilm_OnlyAddsToWhatItGaveBefore()
    {
        IndexedFilm film = await IndexedFilm.OfAsync(await Films.TwoLanguages(12));
        FragmentTable table = film.Table();
        ImmutableArray<SubtitleSpan> before = [];
        for (long committed = 0; committed < table.Length; committed += table.Length / 40)
        {
            TrackSegments leader = TrackSegments.Cut(table, committed)[0];
            ImmutableArray<SubtitleSpan> now = SubtitleSpans.Cut(leader, table.Header with { TargetDuration = 9 });
            now.Take(before.Length).ShouldBe(before);
            now.ShouldAllBe(span => !span.IsLast);
            now.IsEmpty.ShouldBe(leader.Segments.IsEmpty);
            before = now;
        }

        before.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Write_Playlist_KeepsToRfc8216()
    {
        (FragmentTable table, ImmutableArray<TrackSegments> tracks) = await CutAsync();
        ImmutableArray<SubtitleSpan> spans = SubtitleSpans.Cut(tracks[0], table.Header);

        SubtitlePlaylist.Write("s1", spans, isComplete: true, targetDuration: 20, "f-1").ShouldBe(string.Create(
            CultureInfo.InvariantCulture,
            $"""
            #EXTM3U
            #EXT-X-VERSION:7
            #EXT-X-TARGETDURATION:20
            #EXT-X-MEDIA-SEQUENCE:0
            #EXT-X-PLAYLIST-TYPE:EVENT
            #EXT-X-INDEPENDENT-SEGMENTS
            #EXT-X-START:TIME-OFFSET=0
            #EXTINF:{spans[0].Duration.TotalSeconds:0.000000},
            s1/0.vtt?v=f-1
            #EXTINF:{spans[1].Duration.TotalSeconds:0.000000},
            s1/1.vtt?v=f-1
            #EXT-X-ENDLIST

            """));
        var growing = ReadMediaPlaylist.Read(SubtitlePlaylist.Write("s1", [spans[0]], isComplete: false, targetDuration: 20, "f-1"));
        growing.IsEnded.ShouldBeFalse();
        ReadMediaPlaylist.Read(SubtitlePlaylist.Write("s1", spans, isComplete: true, targetDuration: 20, "f-1")).ShouldFollow(growing);
    }

    [Fact]
    public void Segment_CueOverTwo_StandsInBoth()
    {
        Cue[] cues = [Cue(1, 2, "a"), Cue(3, 5, "b"), Cue(5, 6, "c")];

        string first = VttWriter.Segment(cues, TimeSpan.MinValue, TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(1.5));
        string second = VttWriter.Segment(cues, TimeSpan.FromSeconds(4), TimeSpan.MaxValue, TimeSpan.FromSeconds(0.5));
        string none = VttWriter.Segment(cues, TimeSpan.FromSeconds(8), TimeSpan.FromSeconds(9), TimeSpan.FromSeconds(0.5));

        first.ShouldBe("WEBVTT\nX-TIMESTAMP-MAP=MPEGTS:135000,LOCAL:00:00:00.000\n\n"
            + "00:00:01.000 --> 00:00:02.000\na\n\n00:00:03.000 --> 00:00:05.000\nb\n\n");
        second.ShouldBe("WEBVTT\nX-TIMESTAMP-MAP=MPEGTS:45000,LOCAL:00:00:00.000\n\n"
            + "00:00:03.000 --> 00:00:05.000\nb\n\n00:00:05.000 --> 00:00:06.000\nc\n\n");
        none.ShouldBe("WEBVTT\nX-TIMESTAMP-MAP=MPEGTS:45000,LOCAL:00:00:00.000\n\n");
    }

    private static Cue Cue(int start, int end, string text) => new(TimeSpan.FromSeconds(start), TimeSpan.FromSeconds(end), text);

    private async Task<(FragmentTable Table, ImmutableArray<TrackSegments> Tracks)> CutAsync()
    {
        FragmentTable table = (await IndexedFilm.OfAsync(await Films.TwoLanguages(12))).Table();
        return (table, TrackSegments.Cut(table, table.Length));
    }
}
