using Microsoft.Extensions.Logging.Abstractions;
using TelegramHls.Media.Pictures;
using TelegramHls.Media.Posters;
using TelegramHls.Media.Previews;
using TelegramHls.Media.Tests.Encoders;
using TelegramHls.Testing;

namespace TelegramHls.Media.Tests.Pictures;

/// <summary>An ffmpeg that never ends.</summary>
public sealed class PatienceTests : IDisposable
{
    private readonly TempDirectory _folder = new();
    private readonly ManualTimeProvider _clock = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task PosterMaker_FFmpegHangs_GivesUpAfterAMinute()
    {
        (string source, FilmPictures film) = await FilmAsync();
        var maker = new FFmpegPosterMaker(await HangingAsync(), _clock, NullLogger<FFmpegPosterMaker>.Instance);

        Task<byte[]?> poster = maker.MakeAsync(source, film, CancellationToken.None);
        await PassAsync(TimeSpan.FromSeconds(30));
        poster.IsCompleted.ShouldBeFalse();
        await PassAsync(TimeSpan.FromSeconds(30));

        (await poster).ShouldBeNull();
    }

    [Fact]
    public async Task PreviewMaker_FFmpegHangs_GivesUpAfterTenMinutes()
    {
        (string source, FilmPictures film) = await FilmAsync();
        var maker = new FFmpegPreviewMaker(await HangingAsync(), _clock);

        Task<PreviewOutcome> previews = maker.MakeAsync(source, film, CancellationToken.None);
        await PassAsync(TimeSpan.FromMinutes(10));

        (await previews).ShouldBeOfType<PreviewOutcome.NotMade>().Reason.ShouldBe("It took longer than 10 minutes.");
    }

    private static async Task<(string Source, FilmPictures Film)> FilmAsync()
    {
        string source = await Films.TwoLanguages(4);
        return (source, (await MediaKit.PicturesAsync(source))!);
    }

    private async Task<FixedFFmpeg> HangingAsync()
    {
        await File.WriteAllTextAsync(_folder.File("script"), "#!/bin/sh\nexec sleep 60\n");
        await Command.RunAsync("install", "-m", "755", _folder.File("script"), _folder.File("ffmpeg"));
        return new FixedFFmpeg(_folder.File("ffmpeg"));
    }

    /// <summary>Lets time pass once somebody waits for it.</summary>
    private async Task PassAsync(TimeSpan time)
    {
        while (_clock.PendingTimers == 0)
        {
            await Task.Yield();
        }

        _clock.Advance(time);
    }
}
