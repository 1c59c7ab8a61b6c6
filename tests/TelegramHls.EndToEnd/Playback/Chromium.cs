using Microsoft.Playwright;

namespace TelegramHls.EndToEnd.Playback;

/// <summary>Debian's Chromium without a window.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private IPlaywright? _playwright;

    public IBrowser Browser { get; private set; } = null!;

    /// <summary>A page that collects its own complaints: console errors, exceptions, violations of the page's policy.</summary>
    public async Task<(IPage Page, List<string> Complaints)> OpenAsync(int width = 1440, ColorScheme scheme = ColorScheme.Light)
    {
        IPage page = await Browser.NewPageAsync(new()
        {
            ViewportSize = new() { Width = width, Height = width > 500 ? 900 : 780 },
            ColorScheme = scheme,
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
