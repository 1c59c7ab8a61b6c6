using TelegramHls.EndToEnd.Kit;
using TelegramHls.Testing;

namespace TelegramHls.EndToEnd.Playback;

/// <summary>Subtitles of a film that is still being stored.</summary>
public sealed class EarlySubtitleTests : OneWorld
{
    [Fact]
    public async Task Playlist_OfSubtitles_GrowsWithTheFilmAndEndsWithIt()
    {
        await World.StartBotAsync(("Media__SegmentSeconds", "1"), ("Storage__PartSize", "65536"));
        await World.Client.Weather(new { effect = "Slow", up = 30_000 });
        int message = await World.SendAsync(await SubtitleFilms.TwoAndTwo());
        string key = await InWorkTests.KeyOfAsync(World, message);
        string early = string.Empty;
        await Waiting.UntilAsync(async () => (early = await ReadAsync($"/hls/{key}/s0.m3u8")).Contains("#EXTINF", StringComparison.Ordinal), "subtitles of a film in work");
        string master = await ReadAsync($"/hls/{key}/master.m3u8");
        string first = await ReadAsync($"/hls/{key}/s0/0.vtt");

        await World.Client.ClearWeather();
        await World.AnswerToAsync(message);
        string late = await ReadAsync($"/hls/{key}/s0.m3u8");

        early.ShouldNotContain("#EXT-X-ENDLIST");
        late.ShouldStartWith(early);
        late.ShouldEndWith("#EXT-X-ENDLIST\n");
        master.ShouldContain("SUBTITLES=\"subtitles\"");
        (await ReadAsync($"/hls/{key}/s0/0.vtt")).ShouldBe(first);
    }

    private async Task<string> ReadAsync(string address)
    {
        using HttpResponseMessage answer = await World.Bot.Http.AskAsync(address);
        return answer.IsSuccessStatusCode ? await answer.Content.ReadAsStringAsync() : string.Empty;
    }
}
