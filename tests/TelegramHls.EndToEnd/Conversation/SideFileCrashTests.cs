using System.Text;
using System.Text.Json;
using TelegramHls.EndToEnd.Kit;
using TelegramHls.Testing;

namespace TelegramHls.EndToEnd.Conversation;

/// <summary>Subtitles that a person sent survive the program's death, and come once.</summary>
public sealed class SideFileCrashTests : OneWorld
{
    // The first part of a companion is the film's poster.
    [Theory]
    [InlineData("ingest.companion.part=kill*2")]
    [InlineData("inbox.handled=kill")]
    public async Task SubtitleFile_ProgramKilledOverIt_IsAddedOnce(string fault)
    {
        await World.StartBotAsync(("TELEGRAMHLS_FAULTS", fault), ("Storage__KeepOriginal", "false"));
        int film = await World.SendAsync(await OddFilms.PictureOnly());
        Card card = await World.AnswerToAsync(film);
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(SubtitleFilms.English));

        JsonElement sent = await World.Client.SendFile(World.Chat, "document", "a.en.srt", content, ("reply_to_message_id", film));
        (await World.Bot.WaitForExitAsync(TimeSpan.FromSeconds(60))).ShouldBe(137);
        await World.StartBotAsync();
        Card added = await World.CardOfAsync(sent.GetProperty("message_id").GetInt32(), answer => answer.Taps.ContainsKey("Remove English"));
        await Rows.UntilAsync("select count(*) from inbox where is_handled = 0", "0");

        added.Text.ShouldContain("Subtitles added: English, 2 lines.");
        (await Rows.AskAsync("select name from tracks where kind = 'Subtitle'")).ShouldBe("s0");
        (await Rows.AskAsync("select count(*) from companions where name like 'sent-%'")).ShouldBe("1");
        (await World.Bot.Http.GetStringAsync($"/sub/{card.Key}/s0.vtt")).ShouldContain("Good morning");
    }
}
