using TelegramHls.Testing;

namespace TelegramHls.EndToEnd;

/// <summary>One film the whole way, in both modes of the Bot API server.</summary>
public sealed class SmokeTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Film_Sent_ComesBackAsLinks(bool local)
    {
        await using World world = await World.StartAsync(local);

        int message = await world.SendAsync(await Films.TwoLanguages());
        Card card = await world.AnswerToAsync(message);

        card.Links.Keys.ShouldBe(["▶ Watch", "HLS", "Stream", "Download"]);
        (await world.Bot.Http.GetAsync(card.Stream)).EnsureSuccessStatusCode();
    }
}
