using System.Net;
using System.Text.Json;
using TelegramHls.EndToEnd.Kit;
using TelegramHls.Testing;

namespace TelegramHls.EndToEnd.Robustness;

/// <summary>A deleted film is gone from everywhere, whichever way it was deleted and however far it was.</summary>
public sealed class DeleteTests(RunningWorld running) : IClassFixture<RunningWorld>
{
    private World World => running.World;

    private Rows Rows => new(World);

    [Theory]
    [InlineData("reply")]
    [InlineData("button")]
    public async Task ReadyFilm_Deleted_LeavesNothing(string way)
    {
        Card card = await World.AnswerToAsync(await World.SendAsync(await Films.TwoLanguages(6)));
        await ShouldAnswerAsync(card, HttpStatusCode.OK);
        await Rows.UntilIdleAsync();

        Card question = await AskToDeleteAsync(way, card);
        await World.Client.Tap(World.Chat, question.Id, question.Taps["Yes, delete"]);

        await ShouldAnswerAsync(card, HttpStatusCode.NotFound);
        await Traces.ShouldVanishAsync(World);
        (await Rows.AskAsync($"select count(*) from videos where source_message_id = {card.ReplyTo}")).ShouldBe("0");
        (await SayingAsync(card.Id)).Text.ShouldContain("Deleted.");
        (await SayingAsync(card.Id)).Links.ShouldBeEmpty();
        (await SayingAsync(question.Id)).Taps.ShouldBeEmpty();
    }

    [Fact]
    public Task FilmInWork_Deleted_LeavesNothingAndCanBeSentAgain() => ShouldLeaveNothingAsync("id", "Deleted.");

    [Fact]
    [Trait("Category", "Soak")]
    public Task FilmInWork_Cancelled_LeavesNothingAndCanBeSentAgain() => ShouldLeaveNothingAsync("Cancel", "Cancelled.");

    private async Task ShouldLeaveNothingAsync(string way, string lastWord)
    {
        await World.Client.Weather(new { effect = "Slow", up = 25_000 });
        string film = await Films.TwoLanguages(10);
        int message = await World.SendAsync(film);
        Card card = await World.CardOfAsync(message, card => card.Text.Contains("Storing", StringComparison.Ordinal));
        await Waiting.UntilAsync(async () => (await Channels.DocumentsAsync(World)).Count > 0, "a part in the channels");

        string tap = way == "Cancel" ? card.Taps["Cancel"] : string.Empty;
        Card place = way == "Cancel" ? card : await AskToDeleteAsync(way, card);
        await World.Client.Tap(World.Chat, place.Id, way == "Cancel" ? tap : place.Taps["Yes, delete"]);

        (await World.AnswerToAsync(message)).Text.ShouldContain(lastWord);
        await World.Client.ClearWeather();
        await Rows.UntilIdleAsync();
        await Traces.ShouldVanishInTimeAsync(World);
        (await World.AnswerToAsync(message)).Text.ShouldContain(lastWord);

        Card again = await World.AnswerToAsync(await World.SendAsync(film));
        await ShouldAnswerAsync(again, HttpStatusCode.OK);
        await World.Client.Tap(World.Chat, again.Id, again.Taps["Delete"]);
        await World.Client.Tap(World.Chat, again.Id, (await SayingAsync(again.Id)).Taps["Yes, delete"]);
        await Traces.ShouldVanishAsync(World);
    }

    private async Task<Card> AskToDeleteAsync(string way, Card card)
    {
        if (way == "button")
        {
            await World.Client.Tap(World.Chat, card.Id, card.Taps["Delete"]);
            return await SayingAsync(card.Id);
        }

        string id = await Rows.AskAsync($"select id from videos where source_message_id = {card.ReplyTo}");
        JsonElement said = way == "id"
            ? await World.Client.Say(World.Chat, $"/delete {id}")
            : await World.Client.Say(World.Chat, "/delete", replyTo: card.Id);
        return await World.NextWordAsync(said.GetProperty("message_id").GetInt32());
    }

    private async Task<Card> SayingAsync(int message) =>
        (await World.Client.Messages(World.Chat)).Select(Card.Read).Single(card => card.Id == message);

    private async Task ShouldAnswerAsync(Card card, HttpStatusCode expected)
    {
        foreach (string link in card.Links.Values)
        {
            using HttpResponseMessage answer = await World.Bot.Http.GetAsync(link);
            answer.StatusCode.ShouldBe(expected, link);
        }
    }
}
