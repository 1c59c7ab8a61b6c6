using TelegramHls.EndToEnd.Cli;
using TelegramHls.EndToEnd.Kit;
using TelegramHls.Testing;

namespace TelegramHls.EndToEnd.Robustness;

/// <summary>A person lets films begin again.</summary>
public sealed class RetryTests : OneWorld
{
    private static readonly string[] BackFromPublish =
        ["publish", "compatible", "store", "subtitles", "poster", "plan", "probe", "fetch", "admit"];

    [Fact]
    public async Task Film_TriedAgainFromEachStep_ComesThroughOnceAndIsThenLeftAlone()
    {
        // Held up for an hour at the last moment, each time that it gets there.
        await World.StartBotAsync(
            ("Storage__PartSize", "65536"),
            ("Jobs__FirstPause", "01:00:00"),
            ("Jobs__MaxPause", "01:00:00"),
            ("TELEGRAMHLS_FAULTS", $"ingest.publish.before=throw*{BackFromPublish.Length + 1}"));
        string film = await Films.TwoLanguages(2);
        int message = await World.SendAsync(film);
        await UntilHeldUpAsync(1);
        string id = await Rows.AskAsync("select id from videos");

        foreach ((int index, string step) in BackFromPublish.Index())
        {
            await ShouldBeginAtAsync(id, step, step);
            await UntilHeldUpAsync(index + 2);
        }

        await ShouldBeginAtAsync(id, step: null, "publish");
        Card card = await World.AnswerToAsync(message);
        await Rows.UntilIdleAsync();

        (await Packets.HashesAsync(card.Stream)).ShouldBe(await Packets.HashesAsync(film));
        await ShouldHaveNothingElseInTheChannelsAsync();
        foreach (string step in (string[])["store", "previews"])
        {
            Verb refused = await RetryAsync(id, step);
            (refused.Code, refused.Said).ShouldSatisfyAllConditions(
                () => refused.Code.ShouldBe(1), () => refused.Said.ShouldContain("delete"));
        }

        await ShouldBeginAtAsync(id, "announce", "announce");
        await Rows.UntilIdleAsync();
        (await Packets.HashesAsync(card.Stream)).ShouldBe(await Packets.HashesAsync(film));
        await ShouldHaveNothingElseInTheChannelsAsync();
    }

    private Task UntilHeldUpAsync(int times) =>
        Rows.UntilAsync("select (select count(*) from job_events where kind = 'AttemptFailed') || state from jobs", $"{times}Retrying");

    private async Task ShouldBeginAtAsync(string id, string? step, string expected)
    {
        Verb retry = await RetryAsync(id, step);
        retry.Code.ShouldBe(0, retry.Said);
        (await Rows.AskAsync("select step from job_events where kind = 'Queued' order by number desc limit 1")).ShouldBe(expected);
    }

    private Task<Verb> RetryAsync(string id, string? step) => Verb.RunAsync(
        World.Directory,
        new Dictionary<string, string> { ["Data__Directory"] = "data" },
        ["jobs", "retry", id, .. step is null ? Array.Empty<string>() : ["--from", step]]);

    /// <summary>What was stored in vain is deleted; of what is left each message is one that a row names.</summary>
    private async Task ShouldHaveNothingElseInTheChannelsAsync()
    {
        await Rows.UntilAsync("select (select count(*) from orphans) + (select count(*) from intents)", "0");
        (await Rows.CountAsync("replicas")).ShouldBe((await Channels.DocumentsAsync(World)).Count);
        (await Rows.AskAsync("select count(*) from stored_files where sha256 is null")).ShouldBe("0");
    }
}
