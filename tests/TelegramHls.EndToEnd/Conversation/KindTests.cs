using TelegramHls.EndToEnd.Kit;
using TelegramHls.Testing;

namespace TelegramHls.EndToEnd.Conversation;

/// <summary>Whatever kind of message carries the film, and in each codec that the README names, it comes back playing.</summary>
public sealed class KindTests(RunningWorld running) : IClassFixture<RunningWorld>
{
    public static TheoryData<string, Func<Task<string>>, string> Sent => new()
    {
        { "animation", OddFilms.PictureOnly, "video/mp4 h264" },
        { "video_note", () => Films.TwoLanguages(5), "video/mp4 h264,aac,aac" },
        { "audio", OddFilms.SoundOnly, "audio/mp4 aac" },
        { "document", OddFilms.Hevc, "video/mp4 hevc" },
        { "document", OddFilms.Av1, "video/mp4 av1" },
        { "document", OddFilms.Vp9, "video/mp4 vp9" },
        { "video", OddFilms.TransportStream, "video/mp4 h264,aac" },
    };

    [Theory]
    [MemberData(nameof(Sent), DisableDiscoveryEnumeration = true)]
    public async Task Message_OfEachKind_ComesBackPlaying(string kind, Func<Task<string>> film, string expected)
    {
        string path = await film();

        Card card = await running.World.AnswerToAsync(await running.World.SendAsync(path, kind));

        using HttpResponseMessage head = await running.World.Bot.Http.SendAsync(new HttpRequestMessage(HttpMethod.Head, card.Stream));
        string codecs = await CodecsAsync(card.Stream);
        $"{head.Content.Headers.ContentType} {codecs}".ShouldStartWith(expected);
        // ffprobe lists the streams of a playlist once more under each program.
        (await CodecsAsync(card.Hls)).Split(',').Distinct().Order().ShouldBe(codecs.Split(',').Distinct().Order());
        (await DurationAsync(card.Stream)).ShouldBe(await DurationAsync(path), tolerance: 0.1);
    }

    private static async Task<string> CodecsAsync(string source)
    {
        string streams = await Command.RunAsync(
            "ffprobe", "-v", "error", "-show_entries", "stream=codec_name", "-of", "csv=p=0", source);
        return string.Join(',', streams.Split([',', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries));
    }

    private static async Task<double> DurationAsync(string source) => double.Parse(await Command.RunAsync(
        "ffprobe", "-v", "error", "-show_entries", "format=duration", "-of", "csv=p=0", source));
}
