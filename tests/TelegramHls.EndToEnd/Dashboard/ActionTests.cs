using Microsoft.Playwright;
using TelegramHls.EndToEnd.Kit;
using TelegramHls.Testing;

namespace TelegramHls.EndToEnd.Dashboard;

/// <summary>What an operator can do: it happens, is told on the next page, and stands in the audit with who did it.</summary>
[Collection(DashboardWorld.Name)]
public sealed class ActionTests(DashboardWorld world)
{
    [Fact]
    public async Task Queue_PausedWithAFilmInIt_HoldsItUntilItIsRaisedCancelledAndResumed()
    {
        await using OperatorPage open = await world.OpenAsync("/jobs");
        await open.ClickAsync("Pause the queue");
        (await open.Said.InnerTextAsync()).ShouldContain("paused");
        string broken = Path.Combine(world.World.Directory, "held.mkv");
        await File.WriteAllTextAsync(broken, "This is no film either.");
        await world.World.SendAsync(broken, name: "Held.mkv");
        string job = await world.JobOfAsync("Held");

        await open.Page.GotoAsync(world.AddressOf($"/jobs/{job}"));
        (await open.Page.Locator("main .notice").InnerTextAsync()).ShouldContain("The queue is paused.");
        await open.ClickAsync("Raise priority");
        (await open.Said.InnerTextAsync()).ShouldContain("higher priority");
        await open.ClickAsync("Cancel");
        (await open.Heading.InnerTextAsync()).ShouldBe("Cancel 1 job?");
        await open.ClickAsync("Cancel 1 job");
        (await open.Said.InnerTextAsync()).ShouldBe("1 job cancelled.");
        (await open.Page.Locator(".badge.cancelled").CountAsync()).ShouldBe(1);
        await open.Page.GotoAsync(world.AddressOf("/jobs"));
        await open.ClickAsync("Resume the queue");

        (await open.Said.InnerTextAsync()).ShouldBe("The queue goes on.");
        (await world.Rows.AskAsync($"select state from jobs where id = '{job}'")).ShouldBe("Cancelled");
        (await world.Rows.AskAsync($"select group_concat(action) from audit where target = '{job}'")).ShouldBe("raise,cancel");
        string person = world.World.Telegram.Accounts.Person.Id.ToString();
        (await world.Rows.AskAsync("select count(*) from audit where who not like '%" + person + "%'")).ShouldBe("0");
        open.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task FailedJob_RetriedWithoutScript_RunsAgain()
    {
        await using OperatorPage open = await world.OpenAsync("/jobs/list?state=failed&q=broken", scripts: false);
        await open.Row(world.Failed).GetByRole(AriaRole.Link).ClickAsync();
        await open.ClickAsync("Retry");

        (await open.Said.InnerTextAsync()).ShouldBe("1 job queued again.");
        await world.Rows.UntilAsync($"select count(*) from job_events where job_id = '{world.Failed}' and kind = 'Failed'", "2");
        await world.Rows.UntilAsync($"select state, is_unsettled from jobs where id = '{world.Failed}'", "Failed|0");
        (await world.Rows.AskAsync($"select action from audit where target = '{world.Failed}'")).ShouldBe("retry");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task TickedJobs_Deleted_AreAskedForThenGone(bool scripts)
    {
        string prefix = scripts ? "S" : "N";
        await world.AddAsync(prefix, 3, $"Ticked {prefix}", "Failed");
        await using OperatorPage open = await world.OpenAsync($"/jobs/list?state=failed&q=ticked+{prefix}", scripts: scripts);
        await open.Row($"{prefix}0000001").Locator("input[name=job]").CheckAsync();
        await open.Row($"{prefix}0000003").Locator("input[name=job]").CheckAsync();
        await open.ClickAsync("Delete");
        (await open.Page.Locator(".ask li").CountAsync()).ShouldBe(2);
        await open.ClickAsync("Delete 2 jobs");

        (await open.Said.InnerTextAsync()).ShouldBe("2 jobs deleted.");
        open.Page.Url.ShouldContain("state=failed");
        (await world.Rows.AskAsync($"select id from jobs where title = 'Ticked {prefix}'")).ShouldBe($"{prefix}0000002");
        await open.Page.GotoAsync(world.AddressOf($"/jobs/{prefix}0000001"));
        (await open.Heading.InnerTextAsync()).ShouldBe("There is no such job");
    }

    [Fact]
    public async Task RunningJob_OnItsPage_SaysWhatItDoesAndIsCancelled()
    {
        await world.World.Client.Weather(new { effect = "delay", method = "sendDocument", milliseconds = 30_000 });
        try
        {
            await world.World.SendAsync(await Films.TwoLanguages(3), name: "Slow.mp4");
            string job = await world.JobOfAsync("Slow");
            await world.Rows.UntilAsync($"select state, step from jobs where id = '{job}'", "Running|poster");
            await using OperatorPage open = await world.OpenAsync("/jobs");
            await open.Row(job).Locator(".work-line").WaitForAsync();
            await open.Row(job).GetByRole(AriaRole.Link).ClickAsync();
            (await open.Page.Locator(".steps [aria-current=step]").InnerTextAsync()).ShouldContain("Poster");
            await open.ClickAsync("Cancel");
            await open.ClickAsync("Cancel 1 job");

            (await open.Said.InnerTextAsync()).ShouldBe("1 job cancelled.");
            (await world.Rows.AskAsync($"select state from jobs where id = '{job}'")).ShouldBe("Cancelled");
            open.Complaints.ShouldBeEmpty();
        }
        finally
        {
            await world.World.Client.ClearWeather();
        }
    }

    [Fact]
    public async Task AllThatMatch_Deleted_GoInTheBackgroundAndOthersStay()
    {
        await world.AddAsync("D", 60, "Doomed");
        await world.AddAsync("K", 3, "Kept");
        await using OperatorPage open = await world.OpenAsync("/jobs/list?q=doomed");
        (await open.Page.Locator("[data-row]").CountAsync()).ShouldBe(50);
        await open.Page.Locator("[data-tick-all]").CheckAsync();
        await open.Page.GetByLabel("All 60 that match").CheckAsync();
        await open.ClickAsync("Delete");
        (await open.Heading.InnerTextAsync()).ShouldBe("Delete 60 jobs?");
        await open.ClickAsync("Delete 60 jobs");

        (await open.Said.InnerTextAsync()).ShouldContain("in the background");
        await world.Rows.UntilAsync("select count(*) from jobs where id like 'D%' and title = 'Doomed'", "0");
        (await world.Rows.AskAsync("select count(*) from jobs where title = 'Kept'")).ShouldBe("3");
        (await world.Rows.AskAsync("select count(*) from audit where action = 'delete' and target like 'D0%'")).ShouldBe("60");
    }

    [Fact]
    public async Task ReadyFilm_BegunAgainAtAStep_RunsFromThereAndPlaysOn()
    {
        await using OperatorPage open = await world.OpenAsync($"/jobs/{world.Ready}");
        long before = long.Parse(await world.Rows.AskAsync($"select count(*) from job_events where job_id = '{world.Ready}' and kind = 'Succeeded'"));

        await open.Page.GetByLabel("Begin again at").SelectOptionAsync("announce");
        await open.ClickAsync("Begin again");

        (await open.Said.InnerTextAsync()).ShouldContain("Announce", Case.Insensitive);
        await world.Rows.UntilAsync(
            $"select count(*) from job_events where job_id = '{world.Ready}' and kind = 'Succeeded'", $"{before + 1}");
        (await world.Rows.AskAsync($"select state from videos where id = (select subject from jobs where id = '{world.Ready}')")).ShouldBe("Ready");
    }
}
