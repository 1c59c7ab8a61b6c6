using TelegramHls.Media.Samples;
using TelegramHls.Testing;

namespace TelegramHls.Media.Tests.Samples;

public sealed class SampleMakerTests : IDisposable
{
    private readonly TempDirectory _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    [Trait("Category", "Soak")]
    public async Task MakeAsync_NoFilmThere_IsAMinuteOfFilmInTwoLanguages()
    {
        string film = _folder.File("sample.mp4");

        await new SampleMaker(MediaKit.Locator()).MakeAsync(film, CancellationToken.None);

        string streams = await Command.RunAsync(
            "ffprobe", "-v", "error", "-show_entries", "stream=codec_name,duration:stream_tags=language", "-of", "csv=p=0", film);
        streams.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Trim())
            .ShouldBe(["h264,60.000000,und", "aac,60.000000,eng", "aac,60.000000,fra"]);
    }
}
