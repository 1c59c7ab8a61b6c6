using Microsoft.Playwright;

namespace TelegramHls.EndToEnd.Playback;

/// <summary>Debian's Chromium without a window.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private IPlaywright? _playwright;

    public IBrowser Browser { get; private set; } = null!;

    /// <summary>A page that collects its own complaints: console errors, exceptions, violations of the page's policy.</summary>
    /// <param name="width">Of the window, in CSS pixels.</param>
    /// <param name="scheme">What the system is said to prefer.</param>
    /// <param name="state">Cookies as another context of this browser has kept them; null for none.</param>
    /// <param name="scripts">False for a browser without JavaScript.</param>
    public async Task<(IPage Page, List<string> Complaints)> OpenAsync(
        int width = 1440, ColorScheme scheme = ColorScheme.Light, string? state = null, bool scripts = true)
    {
        IPage page = await Browser.NewPageAsync(new()
        {
            ViewportSize = new() { Width = width, Height = width > 500 ? 900 : 780 },
            ColorScheme = scheme,
            StorageState = state,
            JavaScriptEnabled = scripts,
        });
        page.SetDefaultTimeout(30_000);
        var complaints = new List<string>();
        page.Console += (_, message) => Collect(complaints, message.Type is "error" or "warning" ? message.Text : null);
        page.PageError += (_, error) => Collect(complaints, error);
        page.RequestFailed += (_, request) => Collect(complaints, request.Failure is "net::ERR_ABORTED" ? null : $"{request.Failure} {request.Url}");
        return (page, complaints);
    }

    public async Task InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = "/usr/bin/chromium",
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync", "--autoplay-policy=no-user-gesture-required",
            ],
        });
    }

    public async Task DisposeAsync()
    {
        await Browser.DisposeAsync();
        _playwright?.Dispose();
    }

    private static void Collect(List<string> complaints, string? complaint)
    {
        if (complaint is not null)
        {
            lock (complaints)
            {
                complaints.Add(complaint);
            }
        }
    }
}
