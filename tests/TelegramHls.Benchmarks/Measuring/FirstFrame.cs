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
        (IPage page, _) = await _chromium.OpenAsync();
        await page.AddInitScriptAsync(Watch);
        double seconds = await Stopped.SecondsAsync(async () =>
        {
            await page.GotoAsync(address, new() { WaitUntil = WaitUntilState.Commit });
            await page.WaitForFunctionAsync("() => window.painted");
        });
        await page.CloseAsync();
        return seconds;
    }

    public async ValueTask DisposeAsync() => await _chromium.DisposeAsync();
}
