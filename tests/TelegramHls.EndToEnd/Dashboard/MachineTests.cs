using Microsoft.Playwright;
using TelegramHls.EndToEnd.Kit;

namespace TelegramHls.EndToEnd.Dashboard;

/// <summary>The pages on recurring work, the server and who watches now.</summary>
[Collection(DashboardWorld.Name)]
public sealed class MachineTests(DashboardWorld world)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Recurring_RunNowAndSwitched_ShowsItAndStandsInTheAudit(bool scripts)
    {
        string job = scripts ? "database-copy" : "disk-sweep";
        await using OperatorPage open = await world.OpenAsync("/jobs/recurring", scripts: scripts);
        ILocator card = open.Page.Locator($"li:has(#{job})");

        await card.GetByRole(AriaRole.Button, new() { Name = "Run now" }).ClickAsync();
        (await open.Said.InnerTextAsync()).ShouldBe("It runs now.");
        await world.Rows.UntilAsync($"select took is not null, error is null from recurring_jobs where name = '{job}'", "1|1");
        await card.GetByRole(AriaRole.Button, new() { Name = "Switch off" }).ClickAsync();
        (await open.Said.InnerTextAsync()).ShouldContain("only when it is asked to");
        (await world.Rows.AskAsync($"select is_on, next_at is null from recurring_jobs where name = '{job}'")).ShouldBe("0|1");
        await card.GetByRole(AriaRole.Button, new() { Name = "Switch on" }).ClickAsync();
        (await world.Rows.AskAsync($"select is_on from recurring_jobs where name = '{job}'")).ShouldBe("1");

        (await world.Rows.AskAsync($"select group_concat(action) from audit where target = '{job}'")).ShouldBe("run now,switch off,switch on");
        (await card.InnerTextAsync()).ShouldContain(scripts ? "read through and sound" : "Nothing lay about.");
        open.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Servers_OfARunningProgram_ShowsItsProcessAndItsPlaces()
    {
        await using OperatorPage open = await world.OpenAsync("/jobs/servers");

        string page = await open.Page.Locator("main").InnerTextAsync();
        page.ShouldContain(Environment.MachineName);
        page.ShouldContain("0 of 2 taken");
        page.ShouldContain("Heartbeat");
    }

    [Fact]
    public async Task Viewers_SomebodyReadsTheStream_ShowsFilmWayAndBytesAndNoKey()
    {
        string key = await world.Rows.AskAsync($"select k.key from share_links k join jobs j on j.subject = k.video_id where j.id = '{world.Ready}'");
        long bytes = (await world.World.Bot.Http.GetByteArrayAsync($"/stream/{key}/film.mp4")).Length;
        await using OperatorPage open = await world.OpenAsync("/jobs/viewers");

        string card = await open.Page.Locator("li.card:has-text('Stream link')").InnerTextAsync();
        card.ShouldContain("Two languages");
        card.ShouldContain("from this machine");
        card.ShouldContain($"{bytes / 1000.0:0} KB");
        (await open.Page.ContentAsync()).ShouldNotContain(key);
    }
}
