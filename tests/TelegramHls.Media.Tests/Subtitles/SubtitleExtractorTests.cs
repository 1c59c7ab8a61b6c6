using System.Collections.Immutable;
using Microsoft.Extensions.Logging.Abstractions;
using TelegramHls.Media.Subtitles;
using TelegramHls.Media.Subtitles.Extracting;
using TelegramHls.Testing;

namespace TelegramHls.Media.Tests.Subtitles;

public sealed class SubtitleExtractorTests : IDisposable
{
    private readonly TempDirectory _folder = new();

    private readonly FFmpegSubtitleExtractor _extractor =
        new(MediaKit.Locator(), NullLogger<FFmpegSubtitleExtractor>.Instance);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task ExtractAsync_SubRipAndAss_KeepsTextMarksAndTimes()
    {
        ImmutableArray<ExtractedSubtitle> found = await ExtractAsync(await SubtitleFilms.TwoAndTwo());

        found.Select(subtitle => (subtitle.Plan.Format, subtitle.Plan.Language, subtitle.Plan.IsForced, subtitle.Plan.IsHearingImpaired, subtitle.Plan.IsDefault))
            .ShouldBe([(SubtitleFormat.Srt, "eng", false, true, false), (SubtitleFormat.Ass, "rus", true, false, false)]);

        // Matroska moved the whole film by the 21 ms of silence before AAC; ASS counts hundredths.
        Vtt(found[0]).ShouldBe(
            "WEBVTT\n\n00:00:01.021 --> 00:00:03.521\n<i>Good morning</i> &amp; welcome\n\n00:00:05.021 --> 00:00:09.021\n1 &lt; 2\n\n");
        Vtt(found[1]).ShouldBe(
            "WEBVTT\n\n00:00:01.020 --> 00:00:03.520\nДоброе утро,\nдобро пожаловать\n\n00:00:02.020 --> 00:00:04.020 line:10%\n<b>ВЫХОД</b>\n\n");
        (await File.ReadAllTextAsync(found[1].Path!)).ShouldContain(@"{\fad(200,200)}");
    }

    [Fact]
    public async Task ExtractAsync_FilmThatBeginsLate_CountsFromItsBeginning()
    {
        ExtractedSubtitle found = (await ExtractAsync(await SubtitleFilms.LateStart())).ShouldHaveSingleItem();

        Vtt(found).ShouldBe("WEBVTT\n\n00:00:01.000 --> 00:00:03.500 line:10%\nGuten Morgen\n\n");
    }

    [Fact]
    public async Task ExtractAsync_TimedText_BecomesSubRip()
    {
        ExtractedSubtitle found = (await ExtractAsync(await SubtitleFilms.TimedText())).ShouldHaveSingleItem();

        found.Plan.Format.ShouldBe(SubtitleFormat.Srt);
        Vtt(found).ShouldStartWith("WEBVTT\n\n00:00:01.000 --> 00:00:03.500\n<i>Good morning</i> &amp; welcome\n\n");
    }

    [Fact]
    public async Task ExtractAsync_Pictures_AreCopied()
    {
        string film = await SubtitleFilms.Pictures();
        ImmutableArray<ExtractedSubtitle> found = await ExtractAsync(film);

        found.Select(subtitle => subtitle.Plan.Format).ShouldBe([SubtitleFormat.Sup, SubtitleFormat.Mks]);
        (await File.ReadAllBytesAsync(found[0].Path!)).ShouldBe(SubtitleFilms.Bars());
        (await PacketsAsync(found[1].Path!, "0:0")).ShouldBe(await PacketsAsync(film, "0:s:1"));
    }

    [Fact]
    public async Task ExtractAsync_OneTrackCannotBeWritten_KeepsTheOthers()
    {
        string film = await SubtitleFilms.TwoAndTwo();
        ImmutableArray<PlannedSubtitle> plan = SubtitlePlanner.Plan(await MediaKit.FactsAsync(film));

        // Text cannot become pictures, so ffmpeg refuses the whole order.
        ImmutableArray<ExtractedSubtitle> found = await _extractor.ExtractAsync(
            film, [plan[0] with { Format = SubtitleFormat.Sup }, plan[1]], _folder.Path, CancellationToken.None);

        found[0].Path.ShouldBeNull();
        Vtt(found[1]).ShouldContain("Доброе утро");
    }

    private async Task<ImmutableArray<ExtractedSubtitle>> ExtractAsync(string film) => await _extractor.ExtractAsync(
        film, SubtitlePlanner.Plan(await MediaKit.FactsAsync(film)), _folder.Path, CancellationToken.None);

    private static string Vtt(ExtractedSubtitle subtitle) =>
        VttWriter.Write(SubtitleDocument.Read(File.ReadAllBytes(subtitle.Path!), subtitle.Plan.Format));

    private static async Task<string[]> PacketsAsync(string path, string stream)
    {
        string report = await Command.RunAsync(
            "ffmpeg", "-v", "error", "-i", path, "-map", stream, "-c", "copy", "-f", "framehash", "-hash", "md5", "-");
        return [.. report.Split('\n').Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split(',')[^1].Trim())];
    }
}
