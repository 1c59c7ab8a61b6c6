using Microsoft.Playwright;
using TelegramHls.EndToEnd.Kit;
using TelegramHls.EndToEnd.Playback;
using TelegramHls.Testing;

namespace TelegramHls.EndToEnd.Chat;

/// <summary>A person with nothing but a browser: from the first word to a film that is gone again.</summary>
public sealed class FilmByChatTests(ChatProgram program, Chromium chromium) : IClassFixture<ChatProgram>, IClassFixture<Chromium>
{
    // Every text that the bot's last message had, in order.
    private const string Record = """
        () => {
          window.texts = [];
          const look = () => {
            const text = [...document.querySelectorAll('.message:not(.own) .text')].at(-1)?.textContent;
            if (text && text !== window.texts.at(-1)) window.texts.push(text);
          };
          new MutationObserver(look).observe(document.getElementById('messages'), { subtree: true, childList: true, characterData: true });
        }
        """;

    [Fact]
    public async Task Film_DroppedOnTheChat_IsWatchedSoughtAndDeleted()
    {
        (IPage page, List<string> complaints) = await chromium.OpenAsync();
        await page.GotoAsync(program.Url);
        await page.SayAsync("/start");
        await page.Bubble("Send or forward a film").First.WaitForAsync();

        await page.EvaluateAsync(Record);
        await page.DropAsync(await Films.DriftingColours(), "video/mp4");
        (await page.GetByRole(AriaRole.Dialog).InnerTextAsync()).ShouldContain("0:10 · 640 × 360");
        await page.PressAsync("Send");
        ILocator card = page.Locator(".message:not(.own)", new() { Has = page.GetByRole(AriaRole.Button, new() { Name = "Delete" }) });
        await card.WaitForAsync();
        (await page.EvaluateAsync<string[]>("() => window.texts")).Length.ShouldBeGreaterThan(1);
        await TakePicturesAsync(page);

        IPage watch = await page.Context.RunAndWaitForPageAsync(
            () => card.GetByRole(AriaRole.Link, new() { Name = "Watch" }).ClickAsync());
        await watch.PlayAsync();
        await watch.SeekAsync(0.6);
        await watch.Mouse.MoveAsync(700, 300);
        await watch.PictureAsync("watch-playing-1440");
        await watch.CloseAsync();

        await card.GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Yes, delete" }).ClickAsync();
        await page.Bubble("Deleted.").WaitForAsync();
        (await page.GetByRole(AriaRole.Link, new() { Name = "Watch" }).CountAsync()).ShouldBe(0);
        complaints.ShouldBeEmpty();
        await page.CloseAsync();
    }

    [Fact]
    [Trait("Category", "Soak")]
    public async Task SampleFilm_SentByItsButton_Arrives()
    {
        (IPage page, List<string> complaints) = await chromium.OpenAsync();
        await page.GotoAsync(program.Url);

        await page.GetByRole(AriaRole.Button, new() { Name = "Attach" }).ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Send a sample film" }).ClickAsync();

        // The first time the film is made, by an encoder that shares the machine with all the other tests.
        await page.Locator(".message.own:not(.sending) .card", new() { HasText = "Sample" }).WaitForAsync(new() { Timeout = 120_000 });
        complaints.ShouldBeEmpty();
        await page.CloseAsync();
    }

    private static async Task TakePicturesAsync(IPage page)
    {
        await page.PictureAsync("chat-light-1440");
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await page.PictureAsync("chat-dark-1440");
        await page.SetViewportSizeAsync(360, 780);
        await page.PictureAsync("chat-dark-360");
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await page.PictureAsync("chat-light-360");
        (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).ShouldBe(360);
        await page.SetViewportSizeAsync(1440, 900);
    }
}
