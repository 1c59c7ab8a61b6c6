using Microsoft.Playwright;
using TelegramHls.EndToEnd.Playback;

namespace TelegramHls.Benchmarks.Measuring;

/// <summary>How long a browser takes from an address to the first picture on the screen.</summary>
internal sealed class FirstFrame : IAsyncDisposable
{
    // Notes the first picture that is handed to the compositor; where the page waits for a click, plays by itself.
    private const string Watch = """
        new MutationObserver((_, observer) => {
          const video = document.querySelector('video');
          if (!video) return;
          observer.disconnect();
          video.requestVideoFrameCallback(() => { window.painted = true; });
          video.addEventListener('loadedmetadata', () => { video.muted = true; video.play(); });
        }).observe(document, { childList: true, subtree: true });
        """;

    private const string Seek = """
        share => new Promise((done, fail) => {
          const video = document.querySelector('video');
          const target = share * video.duration;
          const look = (_, frame) => frame.mediaTime >= target - 0.1 ? done() : video.requestVideoFrameCallback(look);
          setTimeout(() => fail(new Error(`no picture: at ${video.currentTime} of ${video.duration}, ready ${video.readyState}, seeking ${video.seeking}, paused ${video.paused}`)), 30000);
          video.currentTime = target;
          video.requestVideoFrameCallback(look);
        })
        """;

    private readonly Chromium _chromium = new();

    private FirstFrame()
    {
    }

    public static async Task<FirstFrame> OpenAsync()
    {
        var browser = new FirstFrame();
        await browser._chromium.InitializeAsync();
        return browser;
    }

    /// <summary>Seconds until the page's film shows a picture, in a tab without any cache.</summary>
    public async Task<double> SecondsAsync(string address)
    {
        (IPage page, double seconds) = await PlayAsync(address);
        await page.CloseAsync();
        return seconds;
    }

    /// <summary>As <see cref="SecondsAsync"/>; the film plays on.</summary>
    public async Task<(IPage Page, double Seconds)> PlayAsync(string address)
    {
        (IPage page, _) = await _chromium.OpenAsync();
        await page.AddInitScriptAsync(Watch);
        double seconds = await Stopped.SecondsAsync(async () =>
        {
            await page.GotoAsync(address, new() { WaitUntil = WaitUntilState.Commit });
            await page.WaitForFunctionAsync("() => window.painted");
        });
        return (page, seconds);
    }

    /// <summary>Seconds from a seek to that share of the film until a picture from there is shown.</summary>
    public static Task<double> SeekAsync(IPage page, double share) => Stopped.SecondsAsync(() => page.EvaluateAsync(Seek, share));

    public async ValueTask DisposeAsync() => await _chromium.DisposeAsync();
}
