using TelegramHls.EndToEnd.Kit;

namespace TelegramHls.EndToEnd.Robustness;

/// <summary>The program is killed in the middle of an ingest and started again: the film comes through whole, and once.</summary>
public sealed class KillTests(UndisturbedFilm undisturbed) : OneWorld, IClassFixture<UndisturbedFilm>
{
    [Theory]
    [InlineData("ingest.companion.part=kill")]
    [InlineData("telegram.sendDocument.after=kill*3")]
    [InlineData("ingest.publish.after=kill")]
    public Task Film_ProgramKilledAt_ComesThroughOnce(string fault) => ShouldSurviveAsync(fault);

    [Theory]
    [Trait("Category", "Soak")]
    [InlineData("ingest.admit.after=kill")]
    [InlineData("ingest.fetch.after=kill")]
    [InlineData("ingest.poster.before=kill")]
    [InlineData("ingest.store.part=kill")]
    [InlineData("ingest.store.packaged=kill")]
    [InlineData("ingest.publish.before=kill")]
    [InlineData("ingest.original.after=kill")]
    [InlineData("ingest.poster.after=kill")]
    [InlineData("ingest.store.part=kill*5")]
    [InlineData("telegram.sendDocument.before=kill*3")]
    [InlineData("ingest.announce.after=kill")]
    [InlineData("ingest.clean.after=kill")]
    [InlineData("telegram.sendDocument.before=kill")]
    [InlineData("telegram.sendDocument.after=kill")]
    [InlineData("telegram.getFile.before=kill")]
    [InlineData("telegram.getFile.after=kill")]
    [InlineData("telegram.download.before=kill")]
    [InlineData("telegram.download.after=kill")]
    public Task Film_ProgramKilledAtAnyOtherMoment_ComesThroughOnce(string fault) => ShouldSurviveAsync(fault);

    [Fact]
    public async Task Film_ProgramKilledWhileFetching_ComesThroughOnce()
    {
        await World.StartBotAsync(UndisturbedFilm.SmallParts);
        await World.Client.Weather(new { effect = "Slow", down = 200_000 });

        int message = await World.SendAsync(undisturbed.Path);
        await Waiting.UntilAsync(() => HasSpooled("source", 200_000), "a piece of the source in the spool");
        await World.Bot.KillAsync();

        await ShouldComeThroughAsync(message);
    }

    [Fact]
    public async Task Film_ProgramKilledInTheMiddleOfSends_ComesThroughOnce()
    {
        await World.StartBotAsync(UndisturbedFilm.SmallParts);
        await World.Client.Weather(new { effect = "Slow", up = 100_000 });

        int message = await World.SendAsync(undisturbed.Path);
        await Waiting.UntilAsync(async () => (await Channels.DocumentsAsync(World)).Count >= 2, "two parts in the channels");
        await World.Bot.KillAsync();
        (await Rows.CountAsync("intents")).ShouldBeGreaterThan(0);

        await ShouldComeThroughAsync(message);
    }

    /// <summary>Each life of the program meets other faults, until the last one; <c>THLS_CHAOS_SEED</c> reruns one.</summary>
    [Theory]
    [Trait("Category", "Soak")]
    [MemberData(nameof(RandomFaults.Seeds), MemberType = typeof(RandomFaults))]
    public async Task Film_InRandomWeather_ComesThroughOnce(int seed)
    {
        var faults = new RandomFaults(seed);
        await World.LaunchBotAsync(UndisturbedFilm.SmallParts, ("TELEGRAMHLS_FAULTS", faults.Next()));
        int message = await World.SendAsync(undisturbed.Path);
        Task<Card> answer = World.AnswerToAsync(message, RandomFaults.LongestLife * RandomFaults.Lives);
        for (int life = 1; life < RandomFaults.Lives; life++)
        {
            await faults.DisturbAsync(World);
            if (await Task.WhenAny(answer, World.Bot.WaitForExitAsync(RandomFaults.LongestLife)) == answer)
            {
                break;
            }

            await World.LaunchBotAsync(UndisturbedFilm.SmallParts, ("TELEGRAMHLS_FAULTS", faults.Next()));
        }

        await ShouldComeThroughAsync(message, isDisturbedOften: true);
    }

    private async Task ShouldSurviveAsync(string fault)
    {
        await World.StartBotAsync(UndisturbedFilm.SmallParts, ("TELEGRAMHLS_FAULTS", fault));

        int message = await World.SendAsync(undisturbed.Path);
        (await World.Bot.WaitForExitAsync(TimeSpan.FromSeconds(60))).ShouldBe(137);

        await ShouldComeThroughAsync(message);
    }

    private async Task ShouldComeThroughAsync(int message, bool isDisturbedOften = false)
    {
        await World.Client.ClearWeather();
        await World.StartBotAsync(UndisturbedFilm.SmallParts);
        Card card = await World.AnswerToAsync(message);
        await Rows.UntilIdleAsync();

        card.Links.Keys.ShouldContain("Stream");
        (await Packets.HashesAsync(card.Stream)).ShouldBe(await Packets.HashesAsync(undisturbed.Path));
        (await Rows.AskAsync("select distinct state from jobs")).ShouldBe("Succeeded");
        Directory.GetFileSystemEntries(Path.Combine(World.Data, "spool")).ShouldBeEmpty();
        await ShouldKeepThePromiseOnSendsAsync(isDisturbedOften ? int.MaxValue : 2);
        (await Rows.AskAsync("select count(*), min(state) from videos")).ShouldBe("1|Ready");

        // A kill between a card's sending and its row lets it be sent again: possible once in each life.
        int answers = (await World.Client.Messages(World.Chat)).Select(Card.Read).Count(card => card.ReplyTo == message);
        answers.ShouldBeLessThanOrEqualTo(isDisturbedOften ? RandomFaults.Lives : 1);
    }

    private async Task ShouldKeepThePromiseOnSendsAsync(int mostOfOneIndex)
    {
        // Of each interrupted send at most one message more.
        List<StoredDocument> before = await Channels.DocumentsAsync(World);
        before.GroupBy(part => (part.File, part.Index)).ShouldAllBe(sent => sent.Count() <= mostOfOneIndex);

        // Rows: neither two for one index nor a hole.
        (await Rows.AskAsync("select count(*) from (select file_id from parts group by file_id having count(*) <> max(\"index\") + 1 or count(distinct \"index\") <> count(*))"))
            .ShouldBe("0");

        // The stream, the index, the poster, the original, the previews and their list: each stored once.
        (await Rows.CountAsync("stored_files")).ShouldBe(6);
        (await Rows.CountAsync("companions")).ShouldBe(4);

        await World.Bot.KillAsync();
        await Rows.AgeIntentsAsync();
        await World.StartBotAsync(UndisturbedFilm.SmallParts);
        await Rows.UntilAsync("select (select count(*) from intents) + (select count(*) from orphans)", "0");
        List<StoredDocument> after = await Channels.DocumentsAsync(World);
        after.GroupBy(part => (part.File, part.Index)).ShouldAllBe(sent => sent.Count() == 1);
        string named = await Rows.AskAsync("select chat_id, message_id from replicas order by chat_id, message_id");
        string.Join('\n', after.OrderBy(part => part.Chat).ThenBy(part => part.Message).Select(part => $"{part.Chat}|{part.Message}"))
            .ShouldBe(named);
        (await Channels.Sha256Async(World, await Rows.AskAsync("select file_id from videos"))).ShouldBe(undisturbed.Sha256);
    }

    private bool HasSpooled(string name, long bytes) => Directory.Exists(Path.Combine(World.Data, "spool"))
        && Directory.GetFiles(Path.Combine(World.Data, "spool"), name, SearchOption.AllDirectories)
            .Any(file => new FileInfo(file).Length >= bytes);
}
