using System.Net;
using System.Net.Http.Headers;
using TelegramHls.EndToEnd.Cli;
using TelegramHls.EndToEnd.Kit;
using TelegramHls.Testing;

namespace TelegramHls.EndToEnd.Playback;

/// <summary>The file as it was sent can be had again, from its link on the page and in the card's details.</summary>
public sealed class OriginalTests(RunningWorld running) : IClassFixture<RunningWorld>
{
    private World World => running.World;

    [Fact]
    public async Task Original_OfAReadyFilm_IsTheFileAsSentWithRanges()
    {
        string film = await Films.TwoLanguages(6);
        Card card = await World.AnswerToAsync(await World.SendAsync(film, "video", "Мой отпуск: 1.mkv"));
        await new Rows(World).UntilIdleAsync();
        await World.Client.Tap(World.Chat, card.Id, card.Taps["Details"]);
        Card details = (await World.Client.Messages(World.Chat)).Select(Card.Read).Single(one => one.Id == card.Id);
        string link = details.Text.Split('\n').Single(line => line.StartsWith("Original ", StringComparison.Ordinal))["Original ".Length..];
        byte[] sent = await File.ReadAllBytesAsync(film);

        using HttpResponseMessage whole = await World.Bot.Http.GetAsync(link);
        using var asked = new HttpRequestMessage(HttpMethod.Get, link);
        asked.Headers.Range = new RangeHeaderValue(sent.Length - 1000, null);
        using HttpResponseMessage end = await World.Bot.Http.SendAsync(asked);

        whole.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await whole.Content.ReadAsByteArrayAsync()).ShouldBe(sent);
        whole.Content.Headers.ContentDisposition!.FileNameStar.ShouldBe("Мой отпуск 1.mkv");
        end.StatusCode.ShouldBe(HttpStatusCode.PartialContent);
        end.Content.Headers.ContentRange!.Length.ShouldBe(sent.Length);
        (await end.Content.ReadAsByteArrayAsync()).ShouldBe(sent[^1000..]);
        (await PageAsync(card)).ShouldContain("/original/");
        (await Channels.DocumentsAsync(World)).ShouldAllBe(document => document.Name.EndsWith(".bin", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Original_OfAFilmWhoseOriginalIsNotKept_Is404AndNotShown()
    {
        await World.Client.Hook("members", new { chat_id = World.Channels.First(), user_id = World.Chat, status = "left" });
        Card card = await World.AnswerToAsync(await World.SendAsync(await Films.TwoLanguages(4)));
        await new Rows(World).UntilIdleAsync();

        using HttpResponseMessage answer = await World.Bot.Http.GetAsync(new Uri(new Uri(card.Download), $"/dl/{card.Key}/original/film.mkv"));

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("was not kept");
        (await PageAsync(card)).ShouldNotContain("/original/");
        await World.Client.Hook("members", new { chat_id = World.Channels.First(), user_id = World.Chat });
    }

    [Fact]
    public async Task Original_KeptAfterSomebodyElseSentTheSameFilm_IsThatPersonsToo()
    {
        await using World world = await World.CreateAsync();
        await world.StartBotAsync(("Jobs__FirstPause", "01:00:00"), ("TELEGRAMHLS_FAULTS", "ingest.original.before=throw"));
        var rows = new Rows(world);
        string film = await Films.TwoLanguages(2);
        await world.AnswerToAsync(await world.SendAsync(film));
        await rows.UntilAsync("select step || state from jobs", "originalRetrying");
        string first = await rows.AskAsync("select id from videos");
        await rows.AskAsync("update videos set owner_id = owner_id + 1");
        Card second = await world.AnswerToAsync(await world.SendAsync(film));

        Verb retry = await Verb.RunAsync(
            world.Directory, new Dictionary<string, string> { ["Data__Directory"] = "data" }, "jobs", "retry", first);

        retry.Code.ShouldBe(0, retry.Said);
        await rows.UntilIdleAsync();
        using HttpResponseMessage answer = await world.Bot.Http.GetAsync(new Uri(new Uri(second.Download), $"/dl/{second.Key}/original/film.mkv"));
        (await answer.Content.ReadAsByteArrayAsync()).ShouldBe(await File.ReadAllBytesAsync(film));
    }

    private async Task<string> PageAsync(Card card)
    {
        using var asked = new HttpRequestMessage(HttpMethod.Get, card.Watch);
        asked.Headers.Accept.ParseAdd("text/html");
        using HttpResponseMessage page = await World.Bot.Http.SendAsync(asked);
        return await page.Content.ReadAsStringAsync();
    }
}
