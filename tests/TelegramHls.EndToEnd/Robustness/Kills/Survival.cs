using TelegramHls.EndToEnd.Kit;

namespace TelegramHls.EndToEnd.Robustness.Kills;

/// <summary>A film sent to a program whose life ends early, and what must hold after the next one.</summary>
internal sealed class Survival(World world, string film, IReadOnlyList<string> stored, params (string, string?)[] settings)
{
    private readonly Rows _rows = new(world);

    /// <summary>True when the program ended as asked for; false when the film was through before the point was reached.</summary>
    public async Task<bool> ShouldSurviveAsync(Ending ending)
    {
        await world.LaunchBotAsync([.. settings, ("TELEGRAMHLS_FAULTS", $"{ending}")]);
        int message = await world.SendAsync(film);
        Task<int> exit = world.Bot.WaitForExitAsync(TimeSpan.FromMinutes(2));
        bool hasEnded = await Task.WhenAny(exit, ThroughAsync(message)) == exit;
        if (hasEnded)
        {
            (await exit).ShouldBe(ending.ExitCode, $"{ending}\n{string.Join('\n', world.Bot.Lines.TakeLast(20))}");
        }

        await ShouldComeThroughAsync(message, ending.MostOfOneIndex, ending.MostAnswers);
        return hasEnded;
    }

    /// <summary>Starts the program, waits until the film is ready, and looks at everything that was promised.</summary>
    /// <param name="message">The message with the film.</param>
    /// <param name="mostOfOneIndex">At most so many messages with one part before the sweep.</param>
    /// <param name="mostAnswers">At most so many cards.</param>
    public async Task ShouldComeThroughAsync(int message, int mostOfOneIndex, int mostAnswers = 1)
    {
        await world.Client.ClearWeather();
        await world.StartBotAsync(settings);
        Card card = await world.AnswerToAsync(message);
        await _rows.UntilIdleAsync();

        card.Links.Keys.ShouldContain("Stream", card.Text);
        (await Packets.HashesAsync(card.Stream)).ShouldBe(await Packets.HashesAsync(film));
        (await _rows.AskAsync("select distinct state from jobs")).ShouldBe("Succeeded");
        Directory.GetFileSystemEntries(Path.Combine(world.Data, "spool")).ShouldBeEmpty();
        (await _rows.AskAsync("select count(*), min(state) from videos")).ShouldBe("1|Ready");
        (await world.Client.Messages(world.Chat)).Select(Card.Read).Count(answer => answer.ReplyTo == message)
            .ShouldBeInRange(1, mostAnswers);
        await ShouldKeepThePromiseOnSendsAsync(mostOfOneIndex);
    }

    private async Task ThroughAsync(int message)
    {
        await world.AnswerToAsync(message, TimeSpan.FromMinutes(3));
        await _rows.UntilIdleAsync();
    }

    private async Task ShouldKeepThePromiseOnSendsAsync(int mostOfOneIndex)
    {
        List<StoredDocument> before = await Channels.DocumentsAsync(world);
        before.GroupBy(part => (part.File, part.Index)).ShouldAllBe(sent => sent.Count() <= mostOfOneIndex);

        // Rows: neither two for one index nor a hole.
        (await _rows.AskAsync("select count(*) from (select file_id from parts group by file_id having count(*) <> max(\"index\") + 1 or count(distinct \"index\") <> count(*))"))
            .ShouldBe("0");
        (await _rows.CountAsync("stored_files")).ShouldBe(stored.Count);

        // An hour later: a sweep leaves one message of each part, that which the rows name, and the bytes are as ever.
        await world.Bot.KillAsync();
        await _rows.AgeIntentsAsync();
        await world.StartBotAsync(settings);
        await _rows.UntilAsync("select (select count(*) from intents) + (select count(*) from orphans)", "0");
        List<StoredDocument> after = await Channels.DocumentsAsync(world);
        after.GroupBy(part => (part.File, part.Index)).ShouldAllBe(sent => sent.Count() == 1);
        string named = await _rows.AskAsync("select chat_id, message_id from replicas order by chat_id, message_id");
        string.Join('\n', after.OrderBy(part => part.Chat).ThenBy(part => part.Message).Select(part => $"{part.Chat}|{part.Message}"))
            .ShouldBe(named);
        (await EveryStepFilm.StoredInAsync(world)).ShouldBe(stored);
    }
}
