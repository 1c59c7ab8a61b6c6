using Microsoft.Playwright;

namespace TelegramHls.EndToEnd.Dashboard;

/// <summary>Every page in both schemes and on narrow screens: it fits, everybody can use it, and its policy is kept.</summary>
[Collection(DashboardWorld.Name)]
public sealed class LookTests(DashboardWorld world)
{
    [Theory]
    [InlineData("light", 1440)]
    [InlineData("dark", 360)]
    public async Task Pages_InSchemeAndWidth_FitAndHaveNoViolations(string scheme, int width)
    {
        await world.AddAsync($"L{width / 360}", 60, "A very long name of a film, with many words in it, that wraps over several lines (2024) [Director’s Cut]");
        await using OperatorPage open = await world.OpenAsync("/jobs", width, scheme == "dark" ? ColorScheme.Dark : ColorScheme.Light);
        (string Name, string Path)[] pages =
        [
            ("overview", "/jobs"), ("list", "/jobs/list"), ("filtered", "/jobs/list?state=failed&q=broken&from=2026-01-01"),
            ("empty", "/jobs/list?q=nothinglikethat"), ("ready", $"/jobs/{world.Ready}"), ("failed", $"/jobs/{world.Failed}"), ("audit", "/jobs/audit"),
            ("viewers", "/jobs/viewers"), ("recurring", "/jobs/recurring"), ("servers", "/jobs/servers"),
            ("recurring", "/jobs/recurring"), ("servers", "/jobs/servers"), ("viewers", "/jobs/viewers"),
        ];
        foreach ((string name, string path) in pages)
        {
            await open.Page.GotoAsync(world.AddressOf(path));
            await CheckAsync(open, $"{name}-{scheme}-{width}", width);
        }

        await open.Page.GotoAsync(world.AddressOf($"/jobs/{world.Failed}"));
        await open.ClickAsync("Delete");
        await CheckAsync(open, $"confirm-{scheme}-{width}", width);
        open.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task JobPage_OfAReadyFilm_ShowsStepsPlanPartsHistoryAndTheWatchPage()
    {
        await using OperatorPage open = await world.OpenAsync($"/jobs/{world.Ready}");

        (await open.Heading.InnerTextAsync()).ShouldBe("Two languages");
        (await open.Page.Locator(".steps li.done").CountAsync()).ShouldBe(13);
        string plan = await open.Page.Locator(".plan").InnerTextAsync();
        plan.ShouldContain("H.264");
        plan.ShouldContain("English");
        long parts = long.Parse(await world.Rows.AskAsync(
            $"select count(*) from parts p join videos v on v.file_id = p.file_id join jobs j on j.subject = v.id where j.id = '{world.Ready}'"));
        (await open.Page.Locator("table.plain tbody td:nth-child(3)").AllInnerTextsAsync()).Sum(long.Parse).ShouldBe(parts);
        long lines = long.Parse(await world.Rows.AskAsync($"select count(*) from job_events where job_id = '{world.Ready}'"));
        (await open.Page.Locator(".history li").CountAsync()).ShouldBe((int)lines);
        await open.Page.GetByRole(AriaRole.Link, new() { Name = "Watch" }).ClickAsync();
        await Assertions.Expect(open.Page).ToHaveTitleAsync("Two languages");
    }

    [Fact]
    public async Task HostileTitle_OnEveryPage_IsTextAndNeverRun()
    {
        await world.AddAsync("X", 1, DashboardWorld.Hostile, "Failed");
        await using OperatorPage open = await world.OpenAsync("/jobs");
        foreach (string path in new[] { "/jobs", "/jobs/list?q=onerror", "/jobs/X0000001", "/jobs/list?q=%3Cimg%20src%3Dx%20onerror%3Dalert(2)%3E" })
        {
            await open.Page.GotoAsync(world.AddressOf(path));
            (await open.Page.Locator("img").CountAsync()).ShouldBe(0, path);
        }

        await open.Page.GotoAsync(world.AddressOf("/jobs/X0000001"));
        (await open.Heading.InnerTextAsync()).ShouldBe(DashboardWorld.Hostile);
        await open.ClickAsync("Delete");
        await open.Page.GetByText(DashboardWorld.Hostile).WaitForAsync();
        open.Complaints.ShouldBeEmpty();
    }

    private static async Task CheckAsync(OperatorPage open, string name, int width)
    {
        string directory = Path.Combine(BotProcess.Root, "TestResults", "screenshots");
        await open.Page.ScreenshotAsync(new() { Path = Path.Combine(directory, $"jobs-{name}.png"), FullPage = true });
        (await open.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).ShouldBe(width, name);
        (await open.ViolationsAsync()).ShouldBeEmpty(name);
    }
}
