using System.Globalization;
using TelegramHls.Media.Planning;
using TelegramHls.Testing;

namespace TelegramHls.Media.Tests.Packaging;

/// <summary>Films that are encoded anew: the same bytes each time, cut where segments begin, in step, upright and whole.</summary>
public sealed class EncodingTests : IDisposable
{
    // A stored film begins half a second after 0.
    private const double Offset = 0.5;

    private readonly TempDirectory _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [Trait("Category", "Soak")]
    [MemberData(nameof(Sources.Encoded), MemberType = typeof(Sources))]
    public async Task PackageAsync_SamePlanAgain_WritesTheSameBytes(string name) =>
        await WritesTheSameBytesAsync(await Sources.MakeAsync(name), times: 3);

    [Fact]
    public async Task PackageAsync_ToneMappedAndLengthenedAgain_WritesTheSameBytes()
    {
        await WritesTheSameBytesAsync(await ForeignFilms.HighDynamicRange(), times: 3);
        await WritesTheSameBytesAsync(await ForeignFilms.ShortSound(), times: 3);
    }

    // Threads that race show it now and then only, and most in small pictures.
    [Fact]
    [Trait("Category", "Soak")]
    public async Task PackageAsync_SamePlanManyTimes_WritesTheSameBytes() =>
        await WritesTheSameBytesAsync(await ForeignFilms.Avi(), times: 10);

    [Theory]
    [InlineData("avi", 4.0)]
    [InlineData("vp8", 96 * 1001 / 24000.0)]
    public async Task PackageAsync_EncodedPictures_HaveKeyFramesWhereSegmentsBegin(string name, double seconds)
    {
        FileSink stored = await FileSink.PackageAsync(await Sources.MakeAsync(name), _folder.File("stored.mp4"));

        string flags = await Command.RunAsync(
            "ffprobe", "-v", "error", "-select_streams", "v", "-show_entries", "packet=pts_time,flags", "-of", "csv=p=0", stored.Path);
        double[] keys = [.. flags.Split('\n').Where(line => line.Contains(",K", StringComparison.Ordinal))
            .Select(line => double.Parse(line.Split(',')[0], CultureInfo.InvariantCulture))];
        keys.Length.ShouldBe(3);
        keys.Zip(keys.Skip(1), (key, next) => next - key).ShouldAllBe(apart => Math.Abs(apart - seconds) < 0.0011);
    }

    [Theory]
    [InlineData("avi")]
    [InlineData("vp8")]
    [InlineData("mpeg4-variable")]
    [InlineData("gif")]
    public async Task PackageAsync_EncodedPictures_AllComeAtTheirTimes(string name)
    {
        string source = await Sources.MakeAsync(name);
        FileSink stored = await FileSink.PackageAsync(source, _folder.File("stored.mp4"));

        double[] shown = await Times.OfPicturesAsync(stored.Path);

        double[] expected = await Times.OfPicturesAsync(source);
        shown.Length.ShouldBe(expected.Length);
        shown.Zip(expected).ShouldAllBe(pair => Math.Abs(pair.First - Offset - pair.Second) < 0.001);
    }

    [Fact]
    public async Task PackageAsync_PicturesWithoutTimes_AreShownInTheirOrder()
    {
        FileSink stored = await FileSink.PackageAsync(await OddFilms.Untimed(), _folder.File("stored.mp4"));

        double[] shown = await Times.OfPicturesAsync(stored.Path);
        shown.Length.ShouldBe(75);
        shown.Zip(shown.Skip(1), (one, next) => next - one).ShouldAllBe(apart => Math.Abs(apart - 0.04) < 0.001);
        (await SimilarityAsync(stored.Path, await OddFilms.Untimed())).ShouldBeGreaterThan(30);
    }

    [Theory]
    [InlineData("avi")]
    [InlineData("ac3")]
    public async Task PackageAsync_EncodedSound_StartsAsFarFromThePictureAsInTheSource(string name)
    {
        string source = await Sources.MakeAsync(name);
        IndexedFilm film = await IndexedFilm.OfAsync(source);

        double apart = await Times.OfSoundAsync(film.Hybrid) - (await Times.OfPicturesAsync(film.Hybrid))[0];

        double expected = await Times.OfSoundAsync(source) - (await Times.OfPicturesAsync(source))[0];
        apart.ShouldBe(expected, 0.005);
    }

    [Fact]
    public async Task PackageAsync_Rotated_IsUprightOnce()
    {
        string source = await ForeignFilms.Rotated();
        FileSink stored = await FileSink.PackageAsync(source, _folder.File("stored.mp4"));

        (await LookAsync(stored.Path)).ShouldBe("180,320,1:1,9:16,yuv420p,progressive");
        (await SimilarityAsync(stored.Path, source)).ShouldBeGreaterThan(30);
    }

    [Theory]
    [InlineData("yuv420p")]
    [InlineData("yuv422p")]
    public async Task PackageAsync_InterlacedAnamorphic_IsProgressiveAndKeepsItsShape(string pixels)
    {
        FileSink stored = await FileSink.PackageAsync(await ForeignFilms.Interlaced(pixels), _folder.File("stored.mp4"));

        (await LookAsync(stored.Path)).ShouldBe("720,576,64:45,16:9,yuv420p,progressive");
        string combed = await Command.RunAsync("ffmpeg", "-v", "error", "-i", stored.Path, "-map", "0:v",
            "-vf", "idet,metadata=print:key=lavfi.idet.multiple.current_frame:file=-", "-f", "null", "-");
        combed.Split('\n').Count(line => line.EndsWith("=tff", StringComparison.Ordinal) || line.EndsWith("=bff", StringComparison.Ordinal))
            .ShouldBeLessThan(8);
    }

    [Theory]
    [InlineData("interlaced.ts")]
    [InlineData("interlaced.mkv")]
    public async Task PackageAsync_InterlacedH264_IsSeenAndBecomesProgressive(string name)
    {
        string source = await ForeignFilms.InterlacedH264(name);
        FileSink stored = await FileSink.PackageAsync(source, _folder.File("stored.mp4"));

        stored.Header!.Tracks[0].Plan.Reason.ShouldBe("it is interlaced, and browsers would show combs");
        (await LookAsync(stored.Path)).ShouldBe("320,180,1:1,16:9,yuv420p,progressive");
        (await Times.OfPicturesAsync(stored.Path)).Length.ShouldBe(50);
    }

    [Fact]
    public async Task PackageAsync_TenBitsAndOddSize_BecomeWhatPlayersPlay()
    {
        FileSink deep = await FileSink.PackageAsync(await ForeignFilms.ProRes(), _folder.File("deep.mp4"));
        FileSink odd = await FileSink.PackageAsync(await ForeignFilms.OddSize(), _folder.File("odd.mp4"));

        (await LookAsync(deep.Path)).ShouldBe("320,180,1:1,16:9,yuv420p,progressive");
        (await LookAsync(odd.Path)).ShouldBe("638,358,1:1,319:179,yuv420p,progressive");
        (await SimilarityAsync(deep.Path, await ForeignFilms.ProRes())).ShouldBeGreaterThan(30);
    }

    [Fact]
    public async Task PackageAsync_HighDynamicRange_LooksLikeItsOrdinaryVersion()
    {
        string source = await ForeignFilms.HighDynamicRange();
        FileSink stored = await FileSink.PackageAsync(source, _folder.File("stored.mp4"));

        string ordinary = _folder.File("ordinary.mkv");
        await Command.RunAsync("ffmpeg", "-v", "error", "-f", "lavfi", "-i", "testsrc2=s=320x180:r=25:d=1", "-c:v", "ffv1", ordinary);
        (await SimilarityAsync(stored.Path, ordinary)).ShouldBeGreaterThan(22);
        (await SimilarityAsync(source, ordinary)).ShouldBeLessThan(18);
        (await ColoursAsync(stored.Path)).ShouldBe("tv,bt709,bt709,bt709");
        stored.Header!.Tracks[0].Plan.Picture!.ColorTransfer.ShouldBe("bt709");
    }

    [Fact]
    public async Task PackageAsync_NamedColours_KeepTheirNames()
    {
        string source = await ForeignFilms.NamedColours();
        FileSink stored = await FileSink.PackageAsync(source, _folder.File("stored.mp4"));

        (await ColoursAsync(stored.Path)).ShouldBe(await ColoursAsync(source));
    }

    [Fact]
    public async Task PackageAsync_SoundThatEndsEarly_IsMadeAsLongAsThePictures()
    {
        FileSink stored = await FileSink.PackageAsync(await ForeignFilms.ShortSound(), _folder.File("stored.mp4"));

        double[] ends = [.. stored.Header!.Tracks.Select(track => stored.Fragments.Last(fragment => fragment.Track == track.Number))
            .Select(last => (last.DecodeTime + last.Duration) / (double)stored.Header.Tracks[last.Track - 1].Timescale)];
        ends[0].ShouldBe(Offset + 12, 0.1);
        ends[1].ShouldBe(Offset + 12, 0.1);
    }

    [Fact]
    public async Task PackageAsync_AviCutOff_KeepsWhatIsThere()
    {
        string source = _folder.File("cut.avi");
        byte[] whole = await File.ReadAllBytesAsync(await ForeignFilms.Avi());
        await File.WriteAllBytesAsync(source, whole[..(whole.Length / 2)]);

        FileSink stored = await FileSink.PackageAsync(source, _folder.File("stored.mp4"));

        (await Times.OfPicturesAsync(stored.Path)).Length.ShouldBe((await Times.OfPicturesAsync(source)).Length);
    }

    private async Task WritesTheSameBytesAsync(string source, int times)
    {
        PackagePlan plan = await MediaKit.PlanAsync(source) with { Threads = 3 };

        string[] runs = [.. Enumerable.Range(1, times).Select(run => _folder.File($"{run}.mp4"))];
        foreach (string run in runs)
        {
            using var sink = new FileSink(run);
            await MediaKit.Packager.PackageAsync(plan, source, sink, null, CancellationToken.None);
        }

        string sums = await Command.RunAsync("sha256sum", runs);
        sums.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line[..64]).Distinct().ShouldHaveSingleItem();
    }

    private static async Task<string> LookAsync(string path) => (await Command.RunAsync("ffprobe", "-v", "error", "-select_streams", "v",
        "-show_entries", "stream=width,height,sample_aspect_ratio,display_aspect_ratio,pix_fmt,field_order:stream_side_data=rotation",
        "-of", "csv=p=0", path)).Trim();

    private static async Task<string> ColoursAsync(string path) => (await Command.RunAsync("ffprobe", "-v", "error", "-select_streams", "v",
        "-show_entries", "stream=color_range,color_space,color_transfer,color_primaries", "-of", "csv=p=0", path)).Trim().TrimEnd(',');

    /// <summary>How alike the pictures of two films look, in dB (PSNR); other pictures, or turned ones, come out below 20.</summary>
    private static async Task<double> SimilarityAsync(string path, string other)
    {
        string report = await Command.RunAsync("ffmpeg", "-v", "error", "-i", path, "-i", other, "-lavfi",
            "[0:v]setpts=N/25/TB,format=yuv420p[a];[1:v]setpts=N/25/TB,format=yuv420p[b];[a][b]psnr=stats_file=-", "-f", "null", "-");
        return report.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(' ').First(word => word.StartsWith("psnr_avg:", StringComparison.Ordinal))["psnr_avg:".Length..])
            .Average(text => double.Parse(text, CultureInfo.InvariantCulture));
    }
}
