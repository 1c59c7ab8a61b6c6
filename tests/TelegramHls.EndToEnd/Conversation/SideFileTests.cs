using System.Net;
using System.Text;
using System.Text.Json;
using TelegramHls.EndToEnd.Kit;
using TelegramHls.Testing;

namespace TelegramHls.EndToEnd.Conversation;

/// <summary>Subtitles that a person sends beside a film.</summary>
public sealed class SideFileTests(RunningWorld running) : IClassFixture<RunningWorld>
{
    private World World => running.World;

    [Fact]
    public async Task SubtitleFile_AsAReplyToAFilm_IsAddedAndTakenAwayAgain()
    {
        int film = await World.SendAsync(await OddFilms.PictureOnly());
        Card card = await World.AnswerToAsync(film);
        string before = await World.Bot.Http.GetStringAsync(card.Hls);

        Card added = await SendAsync("Film.ru.forced.srt", SubtitleFilms.English.Replace("welcome", "добро пожаловать"), film, "windows-1251");

        added.Text.ShouldBe("🎬 picture\nSubtitles added: Russian, 2 lines.\nThey are in the player's menu; reload a page that is open.");
        (await World.Bot.Http.GetStringAsync($"/sub/{card.Key}/s0.vtt")).ShouldContain("\n<i>Good morning</i> &amp; добро пожаловать\n");
        (await World.Bot.Http.GetStringAsync(card.Hls)).ShouldContain("NAME=\"Russian (forced)\",LANGUAGE=\"ru\",DEFAULT=NO,AUTOSELECT=YES,FORCED=YES,");

        // A second one, on our own message about the film this time; both can be removed from the film's details.
        await SendAsync("plain.vtt", SubtitleFilms.German, card.Id);
        await World.Client.Tap(World.Chat, card.Id, card.Taps["Details"]);
        Card details = await CardAsync(card.Id, found => found.Taps.ContainsKey("Remove plain"));
        details.Text.ShouldContain("s0: srt, ru, forced, added\ns1: vtt, plain, added\n");

        await World.Client.Tap(World.Chat, card.Id, details.Taps["Remove plain"]);
        await CardAsync(card.Id, found => !found.Taps.ContainsKey("Remove plain"));
        await World.Client.Tap(World.Chat, added.Id, added.Taps["Remove Russian"]);
        (await CardAsync(added.Id, found => found.Taps.Count == 0)).Text.ShouldBe("🎬 picture\nThe subtitles were removed.");

        (await World.Bot.Http.GetStringAsync(card.Hls)).ShouldBe(before);
        (await World.Bot.Http.GetAsync($"/sub/{card.Key}/s0.vtt")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await new Rows(World).AskAsync(
            $"select count(*) from companions join share_links using (video_id) where name like 'sent-%' and key = '{card.Key}'")).ShouldBe("0");
    }

    [Fact]
    public async Task SubtitleFile_SentAtOnceWithTheFilm_WaitsForIt()
    {
        int film = await World.SendAsync(await OddFilms.VariableRate());
        Card added = await SendAsync("variable.en.srt", SubtitleFilms.English, film);

        added.Text.ShouldContain("Subtitles added: English, 2 lines.");
        Card card = await World.AnswerToAsync(film);
        (await World.Bot.Http.GetStringAsync($"/sub/{card.Key}/s0.vtt")).ShouldContain("Good morning");
    }

    [Fact]
    public async Task SubtitleFile_ThatCannotBeAdded_IsAnsweredInWords()
    {
        int film = await World.SendAsync(await Films.TwoLanguages(6));
        await World.AnswerToAsync(film);
        int words = (await World.Client.Say(World.Chat, "/start")).GetProperty("message_id").GetInt32();
        const string HowTo = "These are subtitles. To add them to a film, send the file as a reply to the film or to my message about it.";

        (await SendAsync("a.srt", SubtitleFilms.English, replyTo: null)).Text.ShouldBe(HowTo);
        (await SendAsync("a.srt", SubtitleFilms.English, words)).Text.ShouldBe(HowTo);
        (await SendAsync("a.srt", "no times at all", film)).Text.ShouldStartWith("There are no subtitles in this file");
        (await SendAsync("a.srt", string.Concat(Enumerable.Repeat(SubtitleFilms.English, 110_000)), film)).Text.ShouldBe(
            "This file is 11 MB; subtitles of up to 10 MB can be added.");
        (await SendAsync("a.idx", "# VobSub", film)).Text.ShouldBe("Subtitles of this kind cannot be added. Send them as .srt, .vtt or .ass.");
        (await new Rows(World).AskAsync("select count(*) from tracks where kind = 'Subtitle' and video_id = (select id from videos where source_message_id = " + film + ")"))
            .ShouldBe("0");
    }

    private async Task<Card> SendAsync(string name, string text, int? replyTo, string encoding = "utf-8")
    {
        Encoding bytes = CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding);
        using var content = new MemoryStream(bytes.GetBytes(text));
        JsonElement sent = await World.Client.SendFile(World.Chat, "document", name, content, ("reply_to_message_id", replyTo));
        return await World.CardOfAsync(sent.GetProperty("message_id").GetInt32(), card => card.Text.Length > 0);
    }

    private async Task<Card> CardAsync(int id, Func<Card, bool> condition)
    {
        Card? card = null;
        await World.Client.WaitFor(World.Chat, messages =>
            (card = messages.Select(Card.Read).FirstOrDefault(found => found.Id == id && condition(found))) is not null);
        return card!;
    }
}
