using TelegramHls.Media.Planning;
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

        (await MediaKit.Posters.MakeAsync(source, await MediaKit.PlanAsync(source), CancellationToken.None)).ShouldBeNull();
    }

    [Fact]
    public async Task MakeAsync_Twice_GivesTheSameBytes()
    {
        string source = await Films.TwoLanguages(12);
        PackagePlan plan = await MediaKit.PlanAsync(source);

        byte[]? first = await MediaKit.Posters.MakeAsync(source, plan, CancellationToken.None);
        byte[]? second = await MediaKit.Posters.MakeAsync(source, plan, CancellationToken.None);

        second.ShouldBe(first);
    }

    private async Task<string> PosterAsync(string source)
    {
        byte[]? poster = await MediaKit.Posters.MakeAsync(source, await MediaKit.PlanAsync(source), CancellationToken.None);
        string path = _folder.File("poster.jpg");
        await File.WriteAllBytesAsync(path, poster.ShouldNotBeNull());
        return path;
    }

    private static async Task<string> AskAsync(string path, string entries) => (await Command.RunAsync(
        "ffprobe", "-v", "error", "-show_entries", $"stream={entries}", "-of", "csv=p=0", path)).Trim();

    /// <summary>Mean of the brightness, of 255.</summary>
    private static async Task<double> BrightnessAsync(string path) => double.Parse(await Command.RunAsync(
        "ffprobe", "-v", "error", "-f", "lavfi", $"movie={path},signalstats", "-show_entries", "frame_tags=lavfi.signalstats.YAVG", "-of", "csv=p=0"));

    /// <summary>Red, green and blue of the whole picture on average.</summary>
    private async Task<byte[]> PixelAsync(string path)
    {
        string raw = _folder.File("pixel.rgb");
        await Command.RunAsync("ffmpeg", "-v", "error", "-y", "-i", path, "-vf", "scale=1:1", "-pix_fmt", "rgb24", "-f", "rawvideo", raw);
        return await File.ReadAllBytesAsync(raw);
    }
}
