using Microsoft.Playwright;
using TelegramHls.EndToEnd.Kit;

namespace TelegramHls.EndToEnd.Dashboard;

/// <summary>Pages follow what happens, and are worked by keys.</summary>
[Collection(DashboardWorld.Name)]
public sealed class LiveTests(DashboardWorld world)
{
    [Fact]
    public async Task List_WhileAJobComes_ShowsItAndKeepsTicksAndFocus()
    {
        await world.AddAsync("T", 2, "Ticked", "Failed");
        await using OperatorPage open = await world.OpenAsync("/jobs/list?state=failed");
        await open.Row("T0000001").Locator("input[name=job]").CheckAsync();
        await open.Row("T0000002").GetByRole(AriaRole.Link).FocusAsync();
        string broken = Path.Combine(world.World.Directory, "live.mkv");
        await File.WriteAllTextAsync(broken, "No film.");

        await world.World.SendAsync(broken, name: "Comes in.mkv");

        await open.Page.GetByRole(AriaRole.Link, new() { Name = "Comes in" }).WaitForAsync();
        (await open.Row("T0000001").Locator("input[name=job]").IsCheckedAsync()).ShouldBeTrue();
        (await open.Page.EvaluateAsync<string>("() => document.activeElement.closest('[data-row]')?.dataset.row")).ShouldBe("T0000002");
        await Assertions.Expect(open.Page.Locator(".bulk")).ToBeVisibleAsync();
        open.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Keys_OnTheList_SearchMoveTickOpenAndExplain()
    {
        await world.AddAsync("Q", 3, "Keyboard");
        await using OperatorPage open = await world.OpenAsync("/jobs/list?q=keyboard&sort=oldest");
        IKeyboard keys = open.Page.Keyboard;

        await keys.PressAsync("?");
        await Assertions.Expect(open.Page.GetByRole(AriaRole.Dialog, new() { Name = "Keys" })).ToBeVisibleAsync();
        await keys.PressAsync("Escape");
        await keys.PressAsync("j");
        await keys.PressAsync("j");
        await keys.PressAsync("x");
        (await open.Row("Q0000002").Locator("input[name=job]").IsCheckedAsync()).ShouldBeTrue();
        await keys.PressAsync("Escape");
        (await open.Row("Q0000002").Locator("input[name=job]").IsCheckedAsync()).ShouldBeFalse();
        await keys.PressAsync("k");
        await keys.PressAsync("Enter");
        await Assertions.Expect(open.Page).ToHaveURLAsync(world.AddressOf("/jobs/Q0000001"));
        await Assertions.Expect(open.Page.Locator(".history")).ToBeAttachedAsync();
        await open.Page.GoBackAsync();
        await keys.PressAsync("/");
        (await open.Page.EvaluateAsync<string>("() => document.activeElement.id")).ShouldBe("q");
        await keys.TypeAsync(" nothing");
        await keys.PressAsync("Enter");
        await open.Page.GetByText("Nothing fits these filters.").WaitForAsync();
        await open.Page.GetByRole(AriaRole.Link, new() { Name = "Remove the filter" }).ClickAsync();
        open.Page.Url.ShouldEndWith("/jobs/list?sort=oldest");
        open.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Server_GoneAndBack_IsToldAndCaughtUpWith()
    {
        await using OperatorPage open = await world.OpenAsync("/jobs");
        ILocator offline = open.Page.GetByText("Reconnecting");

        // The page's own event stream does not hold the program up.
        (await world.World.Bot.StopAsync().WaitAsync(TimeSpan.FromSeconds(15))).ShouldBe(0);
        await offline.WaitForAsync();
        (await open.Page.Locator("[data-live][data-stale]").CountAsync()).ShouldBe(1);
        await world.World.StartBotAsync(("Storage__PartSize", "131072"));

        await Assertions.Expect(offline).ToBeHiddenAsync();
        (await open.Page.Locator("[data-stale]").CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Events_WhenTheBrowserSignsOut_End()
    {
        await using OperatorPage open = await world.OpenAsync("/jobs");
        using HttpClient listener = world.Client(signedIn: true);
        using HttpResponseMessage answer = await listener.GetAsync("/jobs/events", HttpCompletionOption.ResponseHeadersRead);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
        Task<string> all = answer.Content.ReadAsStringAsync();
        all.IsCompleted.ShouldBeFalse();

        await open.Page.Locator(".account summary").ClickAsync();
        await open.ClickAsync("Sign out");

        (await Task.WhenAny(all, Task.Delay(TimeSpan.FromSeconds(10), TimeProvider.System))).ShouldBe(all);
        world.World.Bot.Lines.Where(line => line.Contains("fail: ", StringComparison.Ordinal)).ShouldBeEmpty();
        await world.SignInAsync();
    }

    [Fact]
    public async Task Events_ForMorePagesThanAreKept_AreRefusedUntilOneLeaves()
    {
        using HttpClient client = world.Client(signedIn: true);
        var listeners = new List<HttpResponseMessage>();
        try
        {
            HttpResponseMessage last;
            do
            {
                last = await client.GetAsync("/jobs/events", HttpCompletionOption.ResponseHeadersRead);
                listeners.Add(last);
            }
            while (last.IsSuccessStatusCode && listeners.Count <= 64);

            ((int)last.StatusCode, listeners.Count).ShouldBe((503, 65));
            listeners[0].Dispose();
            await Waiting.UntilAsync(
                async () =>
                {
                    HttpResponseMessage next = await client.GetAsync("/jobs/events", HttpCompletionOption.ResponseHeadersRead);
                    listeners.Add(next);
                    return next.IsSuccessStatusCode;
                },
                "a place to become free");
        }
        finally
        {
            listeners.ForEach(listener => listener.Dispose());
        }
    }
}
