using Microsoft.Playwright;
using TelegramHls.EndToEnd.Kit;
using TelegramHls.Testing;

namespace TelegramHls.EndToEnd.Playback;

/// <summary>Films and recordings whose codecs no browser plays, and one that it does: they all play, with picture and sound.</summary>
public sealed class ForeignFilmTests(RunningWorld running, Chromium chromium)
    : IClassFixture<RunningWorld>, IClassFixture<Chromium>
{
    // HLS shows the half second that each stored film begins with.
    private const double HlsTolerance = 0.7;

    // A sound frame at the end more or less, and half a frame that MP3 estimates wrongly.
    private const double StreamTolerance = 0.1;

    // The element may be inside of a component. All films here sound with 440 Hz.
    private const string Prepare = """
        () => {
          const find = root => root.querySelector('video, audio')
            ?? [...root.querySelectorAll('*')].map(element => element.shadowRoot && find(element.shadowRoot)).find(found => found);
          window.media = find(document);
          const context = new AudioContext();
          const analyser = new AnalyserNode(context, { fftSize: 8192 });
          context.createMediaElementSource(media).connect(analyser);
          analyser.connect(context.destination);
          window.tone = () => {
            const bins = new Float32Array(analyser.frequencyBinCount);
            analyser.getFloatFrequencyData(bins);
            const loudest = bins.reduce((best, level, bin) => level > bins[best] ? bin : best, 0);
            return bins[loudest] < -60 ? 0 : loudest * context.sampleRate / analyser.fftSize;
          };
          window.frames = () => media.getVideoPlaybackQuality?.().totalVideoFrames ?? 0;
          return media.play();
        }
        """;

    public static TheoryData<string, string> Sent => new()
    {
        { "mpeg4.avi", "Video re-encoded from MPEG-4 to H.264, audio from MP3 to AAC in " },
        { "ac3.mkv", "Copied, with AAC added beside AC-3 in " },
        { "vp9.webm", "Copied, with AAC added beside Opus in " },
        { "alone.mp3", "Audio re-encoded from MP3 to AAC in " },
    };

    [Theory]
    [MemberData(nameof(Sent))]
    public async Task Film_OfEachKind_PlaysAndSeeksByBothLinks(string name, string method)
    {
        string path = await MakeAsync(name);
        double expected = double.Parse(await Command.RunAsync(
            "ffprobe", "-v", "error", "-show_entries", "format=duration", "-of", "csv=p=0", path));

        Card card = await running.World.AnswerToAsync(await running.World.SendAsync(path));

        card.Text.ShouldContain(method);
        if (name == "ac3.mkv")
        {
            // No browser here plays AC-3: hls.js passes over the second stream that names it.
            (await running.World.Bot.Http.GetStringAsync(card.Hls)).ShouldContain("CODECS=\"avc1.64000C,ac-3\"");
        }

        bool hasPicture = name != "alone.mp3";
        (await PlayAsync(page => page.GotoAsync(card.Watch), hasPicture)).ShouldBe(expected, HlsTolerance);
        (await PlayAsync(
            page => page.GotoAsync(card.Stream), hasPicture)).ShouldBe(expected, StreamTolerance);
    }

    [Fact]
    public async Task Film_InACodecThatTheBrowserLacks_PageSaysSoAndWhatHelps()
    {
        Card card = await running.World.AnswerToAsync(await running.World.SendAsync(await OddFilms.Hevc()));
        (IPage page, _) = await chromium.OpenAsync();
        (await page.EvaluateAsync<bool>("() => MediaSource.isTypeSupported('video/mp4; codecs=\"hvc1.1.6.L60.90\"')")).ShouldBeFalse();

        await page.GotoAsync(card.Watch);

        await page.GetByText("This browser cannot play the film.").WaitForAsync();
        await page.GetByText("VLC plays it").WaitForAsync();
        await page.CloseAsync();
    }

    [Fact]
    public async Task AnimatedGif_Sent_PlaysAsAFilmWithoutSound()
    {
        Card card = await running.World.AnswerToAsync(await running.World.SendAsync(await ForeignFilms.Gif()));

        card.Text.ShouldContain("Video re-encoded from GIF to H.264 in ");
        string streams = await Command.RunAsync(
            "ffprobe", "-v", "error", "-count_packets", "-show_entries", "stream=codec_name,nb_read_packets", "-of", "csv=p=0", card.Stream);
        streams.Trim().ShouldBe("h264,120");
    }

    [Fact]
    public async Task Film_SoundEndsEarly_PlaysOnAfterASeekBehindItsEnd()
    {
        Card card = await running.World.AnswerToAsync(await running.World.SendAsync(await ForeignFilms.ShortSound()));
        (IPage page, List<string> complaints) = await chromium.OpenAsync();
        await page.GotoAsync(card.Watch);
        await page.EvaluateAsync(Prepare);

        await page.EvaluateAsync("() => { media.currentTime = 8; }");
        await page.WaitForFunctionAsync("() => !media.seeking && media.currentTime > 9");

        complaints.ShouldBeEmpty();
        await page.CloseAsync();
    }

    /// <summary>Plays what a page shows, seeks to 80 % and plays on there; returns the duration that the player tells.</summary>
    private async Task<double> PlayAsync(Func<IPage, Task> open, bool hasPicture)
    {
        (IPage page, List<string> complaints) = await chromium.OpenAsync();
        await open(page);
        await page.EvaluateAsync(Prepare);
        await page.WaitForFunctionAsync("() => media.currentTime > 2 && Math.abs(tone() - 440) < 12");
        await page.EvaluateAsync("() => { media.currentTime = 0.8 * media.duration; }");
        await page.WaitForFunctionAsync("() => !media.seeking && media.currentTime > 0.8 * media.duration");
        int shown = await page.EvaluateAsync<int>("() => frames()");
        await page.WaitForFunctionAsync("() => media.currentTime > 0.8 * media.duration + 0.7 && Math.abs(tone() - 440) < 12");

        (await page.EvaluateAsync<int>("() => frames()")).ShouldBeGreaterThan(hasPicture ? shown + 5 : -1);
        double duration = await page.EvaluateAsync<double>("() => media.duration");
        complaints.ShouldBeEmpty();
        await page.CloseAsync();
        return duration;
    }

    private static Task<string> MakeAsync(string name) => name switch
    {
        "mpeg4.avi" => ForeignFilms.Avi(),
        "ac3.mkv" => ForeignFilms.Ac3(),
        "vp9.webm" => OddFilms.Vp9(),
        _ => ForeignFilms.Mp3(),
    };
}
