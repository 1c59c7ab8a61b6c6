using Microsoft.Playwright;
using TelegramHls.EndToEnd.Playback;

namespace TelegramHls.EndToEnd.Players;

/// <summary>Chromium: the watch page with hls.js, or the stream link in a video element.</summary>
internal sealed class ChromiumPlayer(Chromium chromium) : IPlayer
{
    public async Task<Sight> SeekAsync(Card card, bool overHls, double seconds)
    {
        (IPage page, _) = await chromium.OpenAsync();
        // The link opened by itself: a page of nowhere may not reach this machine.
        await page.GotoAsync(overHls ? card.Watch : card.Stream);
        string answer = await page.EvaluateAsync<string>($"seconds => ({PageScript.Seek})(null, seconds)", seconds);
        await page.CloseAsync();
        return PageScript.Read(answer);
    }
}
