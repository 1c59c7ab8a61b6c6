using System.Net;
using Microsoft.Playwright;

namespace TelegramHls.EndToEnd.Dashboard;

/// <summary>Whoever is not signed in reaches nothing; and a form of another site does nothing.</summary>
[Collection(DashboardWorld.Name)]
public sealed class SignedOutTests(DashboardWorld world)
{
    [Fact]
    public async Task EveryRouteBelowJobs_WithoutSignIn_LeadsToWhereOneSignsIn()
    {
        using HttpClient stranger = world.Client(signedIn: false);
        string[] read = ["/jobs", "/JOBS", "/jobs/", "/jobs/list", "/jobs/list?state=failed", "/jobs/audit", "/jobs/events", "/jobs/viewers", "/jobs/recurring", "/jobs/servers", $"/jobs/{world.Ready}", "/jobs/none"];
        string[] act = ["/jobs/act", "/jobs/pause", "/jobs/resume"];
        foreach (string path in read.Concat(act))
        {
            using var content = new FormUrlEncodedContent([new("action", "delete"), new("job", world.Ready), new("sure", "1")]);
            using HttpResponseMessage answer = act.Contains(path) ? await stranger.PostAsync(path, content) : await stranger.GetAsync(path);

            (answer.StatusCode is HttpStatusCode.Unauthorized || answer.Headers.Location?.OriginalString.Contains("/sign-in", StringComparison.Ordinal) == true)
                .ShouldBeTrue($"{path}: {(int)answer.StatusCode} {answer.Headers.Location}");
            (await answer.Content.ReadAsStringAsync()).ShouldNotContain("Two languages");
        }

        (await world.Rows.AskAsync("select count(*) from settings where name = 'jobs.paused'")).ShouldBe("0");
    }

    [Fact]
    public async Task Action_WithoutTheTokenOfAForm_IsRefusedAndDoesNothing()
    {
        using HttpClient signedIn = world.Client(signedIn: true);
        (await signedIn.GetAsync("/jobs")).StatusCode.ShouldBe(HttpStatusCode.OK);
        string lines = await world.Rows.AskAsync("select count(*) from audit");

        foreach (string path in new[] { "/jobs/act", "/jobs/pause", "/jobs/resume" })
        {
            using var content = new FormUrlEncodedContent([new("action", "delete"), new("job", world.Ready), new("sure", "1")]);
            (await signedIn.PostAsync(path, content)).StatusCode.ShouldBe(HttpStatusCode.BadRequest, path);
        }

        (await world.Rows.AskAsync($"select state from jobs where id = '{world.Ready}'")).ShouldBe("Succeeded");
        (await world.Rows.AskAsync("select count(*) from audit")).ShouldBe(lines);
    }

    [Fact]
    public async Task Action_ThatWantsToGoOnElsewhere_GoesToTheOverview()
    {
        await using OperatorPage open = await world.OpenAsync("/jobs");
        foreach (string back in new[] { "https://example.org/", "//example.org/jobs", "/jobs/../../example", "javascript:alert(1)" })
        {
            await open.Page.GotoAsync(world.AddressOf("/jobs/list"));
            await open.Page.Locator("form.list").EvaluateAsync("(form, back) => { form.elements.back.value = back; form.submit(); }", back);

            await Assertions.Expect(open.Page).ToHaveURLAsync(world.AddressOf("/jobs"));
            (await open.Said.InnerTextAsync()).ShouldContain("Nothing was done");
        }
    }
}
