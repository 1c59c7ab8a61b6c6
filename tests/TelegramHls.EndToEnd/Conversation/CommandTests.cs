using System.Net;
using TelegramHls.EndToEnd.Kit;
using TelegramHls.Testing;

namespace TelegramHls.EndToEnd.Conversation;

/// <summary>What the bot answers, and what a film's name may not do.</summary>
public sealed class CommandTests(RunningWorld running) : IClassFixture<RunningWorld>
{
    private World World => running.World;

    [Theory]
    [InlineData("/start", "Send or forward a film")]
    [InlineData("/help", "/delete")]
    [InlineData("/help", "20 MB")]
    [InlineData("/help local", "Telegram__Local")]
    [InlineData("/stats", "ready ·")]
    [InlineData("/stats", "\n4 storage bots ready\nBot ")]
    [InlineData("/dance", "There is no command /dance")]
    [InlineData("/delete", "Which one?")]
    [InlineData("/delete 0123456789ab", "There is no such film")]
    [InlineData("hello", "Send or forward a film")]
    [InlineData("/", "Send or forward a film|/help")]
    [InlineData("/<b>&", "/help")]
    public async Task Command_Sent_IsAnswered(string text, string expected)
    {
        Card answer = await World.AskAsync(text);

        expected.Split('|').ShouldContain(word => answer.Text.Contains(word), answer.Text);
    }

    [Fact]
    public async Task Dashboard_AskedByTheOwner_GivesALinkThatSignsInOnce()
    {
        Card answer = await World.AskAsync("/dashboard");
        string link = answer.Links.Values.Single();
        string code = link.Split('/').Last();

        (await World.Bot.Http.GetStringAsync(link)).ShouldContain("<form method=\"post\"");
        using HttpResponseMessage signedIn = await World.Bot.Http.PostAsync(link, content: null);
        using HttpResponseMessage again = await World.Bot.Http.PostAsync(link, content: null);

        signedIn.RequestMessage!.RequestUri!.AbsolutePath.ShouldBe("/jobs");
        again.StatusCode.ShouldBe(HttpStatusCode.Gone);
        World.Bot.Lines.ShouldNotContain(line => line.Contains(code));
        (await World.AskAsync("/help")).Text.ShouldContain("/dashboard");
    }

    public static TheoryData<string> HostileNames => new()
    {
        "<b>bold</b><script>alert(1)</script>evil\u202Egpj.mp4",
        "../../../etc/\"quotes\" & 'more' %00 %2F ;x=1.mp4",
        "🎬🔥 семь 七 \u0301\u200Bline\nbreak\r\tTab.mp4",
        new string('n', 300) + ".mp4",
        ".mp4",
    };

    [Theory]
    [MemberData(nameof(HostileNames))]
    public async Task HostileName_OfAFilm_DoesNoHarm(string name)
    {
        using var directory = new TempDirectory();
        string film = directory.File("film");
        byte[] bytes = await File.ReadAllBytesAsync(await Films.TwoLanguages(6));

        // Other bytes each time, else the second film would be answered as the first: a box that players skip.
        byte[] free = [0, 0, 0, 24, .. "free"u8, .. Guid.NewGuid().ToByteArray()];
        await File.WriteAllBytesAsync(film, [.. bytes, .. free]);

        Card card = await World.AnswerToAsync(await World.SendAsync(film, "document", name));

        card.Links.Keys.ShouldContain("Stream");
        card.Text.Length.ShouldBeLessThan(600);
        card.Text.ShouldNotContain("\u202E");
        foreach (string link in card.Links.Values)
        {
            using HttpResponseMessage answer = await World.Bot.Http.GetAsync(link, HttpCompletionOption.ResponseHeadersRead);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, link);
            string? attached = answer.Content.Headers.ContentDisposition?.FileNameStar ?? answer.Content.Headers.ContentDisposition?.FileName;
            (attached ?? string.Empty).ShouldNotContain("/");
        }

        (await World.Bot.Http.GetStringAsync(card.Watch)).ShouldNotContain("<script>alert(1)");
        (await World.AskAsync("/list")).Text.ShouldContain("H.264");
    }
}
