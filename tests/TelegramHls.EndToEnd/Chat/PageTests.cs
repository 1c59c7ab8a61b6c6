using Microsoft.Playwright;
using TelegramHls.EndToEnd.Playback;

namespace TelegramHls.EndToEnd.Chat;

/// <summary>The chat page in the hands of a person.</summary>
public sealed class PageTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task Text_WithEntitiesAndHostileWords_IsFormattedAndNeverRun()
    {
        await using PageWorld world = await PageWorld.OpenAsync(chromium);
        const string Hostile = "<img src=x onerror=alert(1)><b>plain</b>";

        await world.BotSaysAsync("<b>bold <i>both</i></b> <code>code</code> <a href=\"https://example.org/\">there</a> /help");
        await world.Page.SayAsync(Hostile);

        ILocator said = world.Page.Bubble("bold both");
        await said.WaitForAsync();
        (await said.Locator("strong em").InnerTextAsync()).ShouldBe("both");
        (await said.Locator("code").InnerTextAsync()).ShouldBe("code");
        (await said.Locator("a").GetAttributeAsync("rel")).ShouldBe("noopener noreferrer");
        await world.Page.Bubble(Hostile).WaitForAsync();
        (await world.Page.Locator(".text img, .text b").CountAsync()).ShouldBe(0);
        await said.GetByRole(AriaRole.Button, new() { Name = "/help" }).ClickAsync();
        await world.Page.Locator(".message.own", new() { HasText = "/help" }).WaitForAsync();
        world.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Button_Tapped_IsBusyUntilTheBotAnswers()
    {
        await using PageWorld world = await PageWorld.OpenAsync(chromium);
        var markup = new { inline_keyboard = new[] { new[] { new { text = "Press", callback_data = "x" } } } };
        await world.BotSaysAsync("Well?", markup);
        ILocator button = world.Page.GetByRole(AriaRole.Button, new() { Name = "Press" });

        await button.ClickAsync();
        (await button.GetAttributeAsync("aria-busy")).ShouldBe("true");
        await world.AnswerTapAsync("It is done", alert: true);

        ILocator dialog = world.Page.GetByRole(AriaRole.Dialog);
        (await dialog.InnerTextAsync()).ShouldContain("It is done");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "OK" }).ClickAsync();
        (await button.GetAttributeAsync("aria-busy")).ShouldBeNull();
        world.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Message_RepliedToEditedForwardedAndDeleted_ByItsMenu()
    {
        await using PageWorld world = await PageWorld.OpenAsync(chromium);
        IPage page = world.Page;
        await world.BotSaysAsync("What is your name?");

        await page.ChooseAsync(page.Bubble("What is your name?"), "Reply");
        await page.SayAsync("Robyn");
        ILocator answer = page.Locator(".message.own", new() { HasText = "Robyn" });
        await answer.WaitForAsync();
        (await answer.Locator(".quote").InnerTextAsync()).ShouldContain("What is your name?");

        await page.ChooseAsync(answer, "Edit");
        await page.SayAsync("Robin");
        answer = page.Locator(".message.own", new() { HasText = "Robin" });
        (await answer.Locator(".meta").InnerTextAsync()).ShouldContain("edited");

        await page.ChooseAsync(answer, "Delete");
        await page.PressAsync("Delete");
        await Assertions.Expect(page.Bubble("Robin")).ToHaveCountAsync(0);

        await page.ChooseAsync(page.Bubble("What is your name?"), "Forward");
        await page.PressAsync("Storage 3");
        (await page.Bubble("Forwarded from TelegramHls").InnerTextAsync()).ShouldContain("What is your name?");
        world.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task File_SentAsAReply_QuotesWhatItAnswers()
    {
        await using PageWorld world = await PageWorld.OpenAsync(chromium);
        IPage page = world.Page;
        int film = await world.BotSaysAsync("Here is the film.");
        var words = new FilePayload { Name = "words.srt", MimeType = "application/x-subrip", Buffer = "1"u8.ToArray() };

        await page.ChooseAsync(page.Bubble("Here is the film."), "Reply");
        await page.Locator("#file-picker").SetInputFilesAsync(words);
        await page.PressAsync("Send");

        ILocator sent = page.Locator(".message.own[data-id]", new() { HasText = "words.srt" });
        (await sent.Locator(".quote").InnerTextAsync()).ShouldContain("Here is the film.");
        (await world.Client.Messages(world.Bot))[^1].GetProperty("reply_to_message").GetProperty("message_id").GetInt32().ShouldBe(film);
        world.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task ChatAction_OfTheBot_IsShownUntilItsMessageComes()
    {
        await using PageWorld world = await PageWorld.OpenAsync(chromium);
        ILocator status = world.Page.Locator("#head-status");

        await world.CallAsync("sendChatAction", new { chat_id = world.Person, action = "upload_document" });
        await Assertions.Expect(status).ToHaveTextAsync("uploading a document…");
        await world.BotSaysAsync("There it is");

        await Assertions.Expect(status).ToHaveTextAsync("bot");
    }

    [Fact]
    public async Task Server_GoneAndBack_IsToldAndCaughtUpWith()
    {
        await using PageWorld world = await PageWorld.OpenAsync(chromium);
        ILocator offline = world.Page.GetByText("Reconnecting");

        await world.RestartAsync(() => offline.WaitForAsync());
        await world.BotSaysAsync("Back again");

        await world.Page.Bubble("Back again").WaitForAsync();
        await Assertions.Expect(offline).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Theme_Switched_IsRemembered()
    {
        await using PageWorld world = await PageWorld.OpenAsync(chromium);
        Task<string> ColourAsync() => world.Page.EvaluateAsync<string>("() => getComputedStyle(document.body).backgroundColor");
        string light = await ColourAsync();

        await world.Page.GetByRole(AriaRole.Button, new() { Name = "Switch between light and dark" }).ClickAsync();
        string dark = await ColourAsync();
        await world.Page.ReloadAsync();

        dark.ShouldNotBe(light);
        (await ColourAsync()).ShouldBe(dark);
    }
}
