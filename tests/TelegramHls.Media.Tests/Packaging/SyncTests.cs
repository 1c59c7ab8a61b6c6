using TelegramHls.Testing;
using Xunit.Abstractions;

namespace TelegramHls.Media.Tests.Packaging;

/// <summary>Sound and picture come out in step: a flash and a click that were one are one still.</summary>
public sealed class SyncTests(ITestOutputHelper output) : IDisposable
{
    private const double Milliseconds = 20;
    private static readonly string[] H264 = ["-c:v", "libx264", "-preset", "veryfast", "-g", "50", "-bf", "2", "-pix_fmt", "yuv420p", "-threads", "1"];

    private static readonly Dictionary<string, string[]> Films = new(StringComparer.Ordinal)
    {
        ["copied.mkv"] = [.. H264, "-c:a", "aac", "-b:a", "192k"],
        ["copied.mp4"] = [.. H264, "-c:a", "aac", "-b:a", "192k"],
        ["copied.ts"] = [.. H264, "-c:a", "aac", "-b:a", "192k"],
        ["sound-encoded.mkv"] = [.. H264, "-c:a", "libmp3lame", "-b:a", "192k"],
        ["sound-added.mkv"] = [.. H264, "-c:a", "ac3", "-ac", "6"],
        ["opus.mkv"] = [.. H264, "-c:a", "libopus", "-ac", "2"],
        ["both-encoded.avi"] = ["-c:v", "mpeg4", "-bf", "2", "-q:v", "3", "-c:a", "libmp3lame", "-b:a", "192k"],
        ["late.mkv"] = [.. H264, "-c:a", "aac", "-b:a", "192k", "-output_ts_offset", "1000000"],
        ["negative.ts"] = [.. H264, "-c:a", "aac", "-b:a", "192k", "-avoid_negative_ts", "disabled", "-output_ts_offset", "-3"],
    };

    private readonly TempDirectory _folder = new();

    public static TheoryData<string> Names { get; } = new([.. Films.Keys]);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("copied.mkv")]
    [InlineData("sound-added.mkv")]
    [InlineData("both-encoded.avi")]
    [InlineData("negative.ts")]
    public Task FlashAndClick_InAFilm_ComeOutTogether(string name) => CheckAsync(name);

    [Theory]
    [Trait("Category", "Soak")]
    [MemberData(nameof(Names))]
    public Task FlashAndClick_InAnyFilm_ComeOutTogether(string name) => CheckAsync(name);

    private async Task CheckAsync(string name)
    {
        string source = await FlashAndClick.Make(name, Films[name]);
        IndexedFilm film = await IndexedFilm.MakeAsync(source, _folder);
        string master = await HlsFolder.WriteAsync(film, _folder);

        double[] before = await FlashAndClick.ApartAsync(source);
        double[] stream = await FlashAndClick.ApartAsync(film.Hybrid);
        double[] hls = await FlashAndClick.ApartAsync(master, "-allowed_extensions", "ALL");

        before.Length.ShouldBeGreaterThan(3);
        stream.Length.ShouldBe(before.Length);
        hls.Length.ShouldBe(before.Length);
        string seen = $"source {Words(before)}; stream {Words(stream)}; HLS {Words(hls)}";
        output.WriteLine(seen);
        stream.ShouldAllBe(apart => Math.Abs(apart) <= Milliseconds, seen);
        hls.ShouldAllBe(apart => Math.Abs(apart) <= Milliseconds, seen);
    }

    private static string Words(double[] apart) => string.Join(' ', apart.Select(value => $"{value:0.0}"));
}
