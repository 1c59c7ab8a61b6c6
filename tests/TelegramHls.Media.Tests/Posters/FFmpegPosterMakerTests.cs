using TelegramHls.Media.Pictures;
using TelegramHls.Testing;

namespace TelegramHls.Media.Tests.Posters;

public sealed class FFmpegPosterMakerTests : IDisposable
{
    private readonly TempDirectory _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("two-languages", "640,360")]
    [InlineData("hevc", "320,180")]
    [InlineData("rotated", "180,320")]
    public async Task MakeAsync_Film_IsAnUprightPictureOfItsSize(string name, string size)
    {
        string poster = await PosterAsync(await Sources.MakeAsync(name));

        (await AskAsync(poster, "codec_name,width,height,sample_aspect_ratio")).ShouldStartWith($"mjpeg,{size}");
        (await BrightnessAsync(poster)).ShouldBeGreaterThan(40);
    }

    [Fact]
    public async Task MakeAsync_BlackAtFirstWithWidePixels_ShowsALaterPictureInItsTrueShape()
    {
        string poster = await PosterAsync(await OddFilms.BlackAtFirst());

        (await AskAsync(poster, "width,height")).ShouldBe("640,180");
        (await BrightnessAsync(poster)).ShouldBeGreaterThan(40);
    }

    [Fact]
    public async Task MakeAsync_OneSceneAmongBlackAndTitles_ShowsTheScene()
    {
        // Black, a title, a plain bright picture, the one scene (17 to 20 s, the only one with colours), black again.
        string film = await Films.Make(
            "one-scene.mp4",
            "-f", "lavfi", "-i", "testsrc2=s=320x180:r=10:d=30",
            "-vf", "drawbox=c=black:t=fill:enable='lt(t,17)+gt(t,20)',drawbox=90:80:140:12:white:t=fill:enable='between(t,3,9)',"
            + "drawbox=c=gray@0.9:t=fill:enable='between(t,9,16)'",
            "-c:v", "libx264", "-preset", "ultrafast", "-g", "10", "-pix_fmt", "yuv420p");

        (await FigureAsync(await PosterAsync(film), "SATAVG")).ShouldBeGreaterThan(60);
    }

    [Theory]
    [InlineData("smpte2084")]
    [InlineData("arib-std-b67")]
    public async Task MakeAsync_HighDynamicRange_LooksLikeTheSameSceneInTheUsualOne(string transfer)
    {
        string usual = await Films.Make("usual-range.mp4", "-f", "lavfi", "-i", "testsrc2=s=320x180:r=10:d=2", "-c:v", "libx264", "-pix_fmt", "yuv420p");
        string high = await Films.Make(
            $"high-range-{transfer}.mkv",
            "-f", "lavfi", "-i", "testsrc2=s=320x180:r=10:d=2",
            "-vf", "format=yuv420p,setparams=color_primaries=bt709:color_trc=bt709:colorspace=bt709:range=tv,zscale=t=linear:npl=203,"
            + $"format=gbrpf32le,zscale=p=bt2020:t={transfer}:m=bt2020nc:r=tv:npl=203,format=yuv420p10le",
            "-c:v", "libx265", "-preset", "ultrafast", "-x265-params", "log-level=none",
            "-color_primaries", "bt2020", "-color_trc", transfer, "-colorspace", "bt2020nc", "-color_range", "tv");

        (string twin, string poster) = (await PosterAsync(usual, "usual.jpg"), await PosterAsync(high));

        // Shown as they are, such pictures have a fourth of the colours and half of the brightness.
        (await FigureAsync(poster, "SATAVG") / await FigureAsync(twin, "SATAVG")).ShouldBe(0.9, 0.15);
        (await FigureAsync(poster, "YHIGH") / await FigureAsync(twin, "YHIGH")).ShouldBe(0.95, 0.1);
    }

    [Fact]
    public async Task MakeAsync_KeyFramesAllBlack_LooksBetweenThem()
    {
        string film = await Films.Make(
            "black-keys.mp4",
            "-f", "lavfi", "-i", "testsrc2=s=320x180:r=10:d=4", "-vf", "drawbox=c=black:t=fill:enable='lt(t,1)'",
            "-c:v", "libx264", "-preset", "ultrafast", "-g", "999", "-sc_threshold", "0", "-pix_fmt", "yuv420p");

        (await BrightnessAsync(await PosterAsync(film))).ShouldBeGreaterThan(40);
    }

    [Fact]
    public async Task MakeAsync_KeyFrameBeforeTheMoment_IsThePictureThatWasMeasured()
    {
        // The best picture is the very first one; the next key frame is of a faded scene without colours.
        string film = await Films.Make(
            "faded-later.mp4",
            "-f", "lavfi", "-i", "testsrc2=s=320x180:r=10:d=4", "-vf", "hue=s=0:enable='gte(t,2)',eq=contrast=0.5:enable='gte(t,2)'",
            "-c:v", "libx264", "-preset", "ultrafast", "-g", "20", "-sc_threshold", "0", "-pix_fmt", "yuv420p");

        (await FigureAsync(await PosterAsync(film), "SATAVG")).ShouldBeGreaterThan(60);
    }

    [Fact]
    public async Task MakeAsync_LargeFilm_IsAtMost1280Wide()
    {
        string film = await Films.Make(
            "large-2.mp4", "-f", "lavfi", "-i", "testsrc2=s=1920x816:r=24:d=2", "-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p");

        (await AskAsync(await PosterAsync(film), "width,height")).ShouldBe("1280,544");
    }

    [Fact]
    public async Task MakeAsync_SoundWithACover_IsTheCover()
    {
        string poster = await PosterAsync(await OddFilms.SoundWithCover());

        (await AskAsync(poster, "width,height")).ShouldBe("400,400");
        byte[] pixel = await PixelAsync(poster);
        pixel[0].ShouldBeGreaterThan((byte)230);
        pixel[1].ShouldBeLessThan((byte)30);
    }

    [Fact]
    public async Task MakeAsync_SoundAlone_IsNothing()
    {
        string source = await OddFilms.SoundOnly();

        (await MediaKit.Posters.MakeAsync(source, await MediaKit.PicturesAsync(source), CancellationToken.None)).ShouldBeNull();
    }

    [Fact]
    public async Task MakeAsync_Twice_GivesTheSameBytes()
    {
        string source = await Films.TwoLanguages(12);
        FilmPictures? film = await MediaKit.PicturesAsync(source);

        byte[]? first = await MediaKit.Posters.MakeAsync(source, film, CancellationToken.None);
        byte[]? second = await MediaKit.Posters.MakeAsync(source, film, CancellationToken.None);

        second.ShouldBe(first);
    }

    private async Task<string> PosterAsync(string source, string name = "poster.jpg")
    {
        byte[]? poster = await MediaKit.Posters.MakeAsync(source, await MediaKit.PicturesAsync(source), CancellationToken.None);
        string path = _folder.File(name);
        await File.WriteAllBytesAsync(path, poster.ShouldNotBeNull());
        return path;
    }

    private static async Task<string> AskAsync(string path, string entries) => (await Command.RunAsync(
        "ffprobe", "-v", "error", "-show_entries", $"stream={entries}", "-of", "csv=p=0", path)).Trim();

    /// <summary>Mean of the brightness, of 255.</summary>
    private static Task<double> BrightnessAsync(string path) => FigureAsync(path, "YAVG");

    private static async Task<double> FigureAsync(string path, string name) => double.Parse(await Command.RunAsync(
        "ffprobe", "-v", "error", "-f", "lavfi", $"movie={path},signalstats", "-show_entries", $"frame_tags=lavfi.signalstats.{name}", "-of", "csv=p=0"));

    /// <summary>Red, green and blue of the whole picture on average.</summary>
    private async Task<byte[]> PixelAsync(string path)
    {
        string raw = _folder.File("pixel.rgb");
        await Command.RunAsync("ffmpeg", "-v", "error", "-y", "-i", path, "-vf", "scale=1:1", "-pix_fmt", "rgb24", "-f", "rawvideo", raw);
        return await File.ReadAllBytesAsync(raw);
    }
}
