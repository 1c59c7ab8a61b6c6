using System.Text.Json;
using Microsoft.Playwright;

namespace TelegramHls.EndToEnd.Dashboard;

/// <summary>One of the operator's pages in the browser, with what it complained about.</summary>
public sealed class OperatorPage(IPage page, List<string> complaints) : IAsyncDisposable
{
    // What is checked by people and machines alike: the rules of WCAG 2.2 up to AA, and what axe calls best practice.
    private const string Axe = """
        async () => {
          const { violations } = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });
          return JSON.stringify(violations.map(v => `${v.id}: ${v.nodes.map(n => n.html).join(' | ')}`));
        }
        """;

    private static readonly string Library =
        File.ReadAllText(Path.Combine(BotProcess.Root, "src", "TelegramHls.Bot", "Web", "node_modules", "axe-core", "axe.min.js"));

    public IPage Page => page;

    public List<string> Complaints => complaints;

    public ILocator Heading => page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    /// <summary>What the last action is told to have done.</summary>
    public ILocator Said => page.Locator("main > .notice");

    public ILocator Row(string job) => page.Locator($"[data-row='{job}']");

    public Task ClickAsync(string button) => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First.ClickAsync();

    /// <summary>What axe-core finds wrong.</summary>
    public async Task<string[]> ViolationsAsync()
    {
        // Evaluated by the browser's own tools, past the page's policy.
        await page.EvaluateAsync(Library);
        return JsonSerializer.Deserialize<string[]>(await page.EvaluateAsync<string>(Axe))!;
    }

    public async ValueTask DisposeAsync() => await page.CloseAsync();
}
