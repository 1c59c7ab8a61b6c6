using Microsoft.Playwright;
using TelegramHls.EndToEnd.Playback;

namespace TelegramHls.EndToEnd.Chat;

/// <summary>Long chats: what is read stays where it is.</summary>
public sealed class ScrollTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Top = "id => document.querySelector(`.message[data-id=\"${id}\"]`).getBoundingClientRect().top";

    [Fact]
    public async Task Edit_OfAMessageAbove_DoesNotMoveWhatIsRead()
    {
        int edited = 0;
        await using PageWorld world = await PageWorld.OpenAsync(chromium, async world =>
        {
            edited = await world.BotSaysAsync("short");
            await FillAsync(world, 40);
        });
        await world.Page.EvaluateAsync("() => { document.getElementById('messages').scrollTop = 700; }");
        int read = await world.Page.EvaluateAsync<int>(
            "() => Number([...document.querySelectorAll('.message[data-id]')].find(node => node.getBoundingClientRect().top > 120).dataset.id)");
        double before = await world.Page.EvaluateAsync<double>(Top, read);

        await world.EditAsync(edited, string.Join('\n', Enumerable.Range(0, 30)));
        await world.Page.WaitForFunctionAsync("id => document.querySelector(`.message[data-id=\"${id}\"]`).textContent.includes('29')", edited);
        await world.BotSaysAsync("new at the end");
        await world.Page.GetByRole(AriaRole.Button, new() { Name = "new message" }).WaitForAsync();

        (await world.Page.EvaluateAsync<double>(Top, read)).ShouldBe(before, 1);
        await world.Page.GetByRole(AriaRole.Button, new() { Name = "new message" }).ClickAsync();
        await Assertions.Expect(world.Page.Bubble("new at the end")).ToBeInViewportAsync();
    }

    [Fact]
    public async Task TenThousandMessages_AreReadPageByPageWithFewOnThePage()
    {
        await using PageWorld world = await PageWorld.OpenAsync(chromium, world => FillAsync(world, 10_000));
        IPage page = world.Page;
        await page.Bubble("word 9999").WaitForAsync();

        for (int i = 0; i < 8; i++)
        {
            int oldest = await OldestAsync(page);
            await page.EvaluateAsync("() => { document.getElementById('messages').scrollTop = 0; }");
            await page.WaitForFunctionAsync("oldest => Number(document.querySelector('.message[data-id]').dataset.id) < oldest", oldest);
        }

        (await page.Locator(".message[data-id]").CountAsync()).ShouldBeLessThanOrEqualTo(200);
        await page.GetByRole(AriaRole.Button, new() { Name = "Go to the end" }).ClickAsync();
        await Assertions.Expect(page.Bubble("word 9999")).ToBeInViewportAsync();
        world.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Quote_OfAMessageFarAway_LeadsThere()
    {
        int far = 0;
        await using PageWorld world = await PageWorld.OpenAsync(chromium, async world =>
        {
            far = await world.BotSaysAsync("far away");
            await FillAsync(world, 300);
            await world.Client.Say(world.Bot, "look there", replyTo: far);
        });

        await world.Page.Locator(".quote").Last.ClickAsync();

        await Assertions.Expect(world.Page.Locator($".message[data-id='{far}']")).ToBeInViewportAsync();
    }

    private static Task<int> OldestAsync(IPage page) =>
        page.EvaluateAsync<int>("() => Number(document.querySelector('.message[data-id]').dataset.id)");

    private static async Task FillAsync(PageWorld world, int count)
    {
        for (int i = 0; i < count; i++)
        {
            await world.Client.Say(world.Bot, $"word {i}");
        }
    }
}
