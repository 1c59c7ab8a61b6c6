using TelegramHls.EndToEnd.Kit;

namespace TelegramHls.EndToEnd.Robustness;

/// <summary>The program is killed in the middle of an ingest and started again: the film comes through whole, and once.</summary>
public sealed class KillTests(UndisturbedFilm undisturbed) : IClassFixture<UndisturbedFilm>, IAsyncLifetime
{
    private World _world = null!;
    private Rows _rows = null!;

    public async Task InitializeAsync()
    {
        _world = await World.CreateAsync();
        _rows = new Rows(_world);
    }

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Theory]
    [InlineData("ingest.poster.after=kill")]
    [InlineData("ingest.companion.part=kill")]
    [InlineData("ingest.store.part=kill*5")]
    [InlineData("telegram.sendDocument.before=kill*3")]
    [InlineData("telegram.sendDocument.after=kill*3")]
    [InlineData("ingest.publish.after=kill")]
    [InlineData("ingest.announce.after=kill")]
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
        await _world.StartBotAsync(UndisturbedFilm.SmallParts);
        await _world.Client.Weather(new { effect = "Slow", down = 200_000 });

        int message = await _world.SendAsync(undisturbed.Path);
        await Waiting.UntilAsync(() => HasSpooled("source", 200_000), "a piece of the source in the spool");
        await _world.Bot.KillAsync();

        await ShouldComeThroughAsync(message);
    }

    [Fact]
    public async Task Film_ProgramKilledInTheMiddleOfSends_ComesThroughOnce()
    {
        await _world.StartBotAsync(UndisturbedFilm.SmallParts);
        await _world.Client.Weather(new { effect = "Slow", up = 100_000 });

        int message = await _world.SendAsync(undisturbed.Path);
        await Waiting.UntilAsync(async () => (await Channels.DocumentsAsync(_world)).Count >= 2, "two parts in the channels");
        await _world.Bot.KillAsync();
        (await _rows.CountAsync("intents")).ShouldBeGreaterThan(0);

        await ShouldComeThroughAsync(message);
    }

    /// <summary>Each life of the program meets other faults, until the last one; <c>THLS_CHAOS_SEED</c> reruns one.</summary>
    [Theory]
    [Trait("Category", "Soak")]
    [MemberData(nameof(RandomFaults.Seeds), MemberType = typeof(RandomFaults))]
    public async Task Film_InRandomWeather_ComesThroughOnce(int seed)
    {
        var faults = new RandomFaults(seed);
        await _world.LaunchBotAsync(UndisturbedFilm.SmallParts, ("TELEGRAMHLS_FAULTS", faults.Next()));
        int message = await _world.SendAsync(undisturbed.Path);
        Task<Card> answer = _world.AnswerToAsync(message, RandomFaults.LongestLife * RandomFaults.Lives);
        for (int life = 1; life < RandomFaults.Lives; life++)
        {
            await faults.DisturbAsync(_world);
            if (await Task.WhenAny(answer, _world.Bot.WaitForExitAsync(RandomFaults.LongestLife)) == answer)
            {
                break;
            }

            await _world.LaunchBotAsync(UndisturbedFilm.SmallParts, ("TELEGRAMHLS_FAULTS", faults.Next()));
        }

        await ShouldComeThroughAsync(message, isDisturbedOften: true);
    }

    private async Task ShouldSurviveAsync(string fault)
    {
        await _world.StartBotAsync(UndisturbedFilm.SmallParts, ("TELEGRAMHLS_FAULTS", fault));

        int message = await _world.SendAsync(undisturbed.Path);
        (await _world.Bot.WaitForExitAsync(TimeSpan.FromSeconds(60))).ShouldBe(137);

        await ShouldComeThroughAsync(message);
    }

    private async Task ShouldComeThroughAsync(int message, bool isDisturbedOften = false)
    {
        await _world.Client.ClearWeather();
        await _world.StartBotAsync(UndisturbedFilm.SmallParts);
        Card card = await _world.AnswerToAsync(message);
        await _rows.UntilIdleAsync();

        card.Links.Keys.ShouldContain("Stream");
        (await Packets.HashesAsync(card.Stream)).ShouldBe(await Packets.HashesAsync(undisturbed.Path));
        (await _rows.AskAsync("select distinct state from jobs")).ShouldBe("Succeeded");
        Directory.GetFileSystemEntries(Path.Combine(_world.Data, "spool")).ShouldBeEmpty();
        await ShouldKeepThePromiseOnSendsAsync(isDisturbedOften ? int.MaxValue : 2);
        (await _rows.AskAsync("select count(*), min(state) from videos")).ShouldBe("1|Ready");

        // A kill between a card's sending and its row lets it be sent again: possible once in each life.
        int answers = (await _world.Client.Messages(_world.Chat)).Select(Card.Read).Count(card => card.ReplyTo == message);
        answers.ShouldBeLessThanOrEqualTo(isDisturbedOften ? RandomFaults.Lives : 1);
    }

    private async Task ShouldKeepThePromiseOnSendsAsync(int mostOfOneIndex)
    {
        // Of each interrupted send at most one message more.
        List<StoredDocument> before = await Channels.DocumentsAsync(_world);
        before.GroupBy(part => (part.File, part.Index)).ShouldAllBe(sent => sent.Count() <= mostOfOneIndex);

        // Rows: neither two for one index nor a hole.
        (await _rows.AskAsync("select count(*) from (select file_id from parts group by file_id having count(*) <> max(\"index\") + 1 or count(distinct \"index\") <> count(*))"))
            .ShouldBe("0");

        // The stream, the index, the poster, the original: each stored once.
        (await _rows.CountAsync("stored_files")).ShouldBe(4);
        (await _rows.CountAsync("companions")).ShouldBe(2);

        await _world.Bot.KillAsync();
        await _rows.AgeIntentsAsync();
        await _world.StartBotAsync(UndisturbedFilm.SmallParts);
        await _rows.UntilAsync("select (select count(*) from intents) + (select count(*) from orphans)", "0");
        List<StoredDocument> after = await Channels.DocumentsAsync(_world);
        after.GroupBy(part => (part.File, part.Index)).ShouldAllBe(sent => sent.Count() == 1);
        string named = await _rows.AskAsync("select chat_id, message_id from replicas order by chat_id, message_id");
        string.Join('\n', after.OrderBy(part => part.Chat).ThenBy(part => part.Message).Select(part => $"{part.Chat}|{part.Message}"))
            .ShouldBe(named);
        (await Channels.Sha256Async(_world, await _rows.AskAsync("select file_id from videos"))).ShouldBe(undisturbed.Sha256);
    }

    private bool HasSpooled(string name, long bytes) => Directory.Exists(Path.Combine(_world.Data, "spool"))
        && Directory.GetFiles(Path.Combine(_world.Data, "spool"), name, SearchOption.AllDirectories)
            .Any(file => new FileInfo(file).Length >= bytes);
}
