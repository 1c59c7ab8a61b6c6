using TelegramHls.Core.Ids;
using TelegramHls.Core.Jobs;
using TelegramHls.Jobs.Recurring;
using TelegramHls.Testing;

namespace TelegramHls.Jobs.Tests;

public sealed class RecurringTests : IDisposable
{
    private const string Name = "tidy-up";
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly TempDirectory _directory = new();
    private readonly TaskCompletionSource _goOn = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private string Database => _directory.File("c.db");

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task Job_ShortInterval_RunsAgainAndAgainAndTellsItsResult()
    {
        var job = new StubRecurringJob(_ => Task.FromResult("Nothing to do."), TimeSpan.FromMilliseconds(50)) { RunsAtStart = true };
        await using Engine engine = await StartAsync(job);

        RecurringStanding found = await engine.UntilAsync(_ => job.Runs > 2);

        (found.Title, found.Record.Result, found.Record.Error, found.Record.IsOn).ShouldBe(("Tidy up", "Nothing to do.", null, true));
        job.HasOverlapped.ShouldBeFalse();
    }

    [Fact]
    public async Task RunNowAsync_ItRunsAlready_RunsOnceMoreAfterThatAndNeverTwiceAtOnce()
    {
        StubRecurringJob job = Waiting();
        await using Engine engine = await StartAsync(job);
        await engine.Recurring.RunNowAsync(Name, None);
        (await engine.UntilAsync(found => found.IsRunning)).Record.Took.ShouldBeNull();

        foreach (int _ in Enumerable.Range(0, 5))
            (await engine.Recurring.RunNowAsync(Name, None)).ShouldBeTrue();
        _goOn.SetResult();

        RecurringStanding after = await engine.UntilAsync(found => job.Runs == 2 && !found.IsRunning && found.Record.Took is not null);
        job.HasOverlapped.ShouldBeFalse();
        (after.Record.NextAt - after.Record.BegunAt).ShouldNotBeNull().ShouldBe(TimeSpan.FromDays(1), TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task RunNowAsync_FilmsHoldEverySlot_RunsBesideThem()
    {
        var pipeline = new CountingPipeline(async (_, _, _, token) =>
        {
            await _goOn.Task.WaitAsync(token);
            return null;
        });
        var job = new StubRecurringJob(_ => Task.FromResult("Done."));
        await using Engine engine = await Engine.StartAsync(Database, pipeline, parallel: 2, recurring: job);
        JobId[] films = [await engine.AddAsync(new Counted("")), await engine.AddAsync(new Counted("")), await engine.AddAsync(new Counted(""))];
        await engine.UntilAsync(films[1], film => film.State == JobState.Running);

        await engine.Recurring.RunNowAsync(Name, None);

        (await engine.UntilAsync(found => found.Record.Took is not null)).Record.Result.ShouldBe("Done.");
        _goOn.SetResult();
    }

    [Fact]
    public async Task Job_Fails_IsShownAndTriedAtItsNextTurn()
    {
        int calls = 0;
        var job = new StubRecurringJob(
            _ => ++calls <= 2 ? throw new InvalidOperationException("The disk is away.") : Task.FromResult("Well."));
        await using Engine engine = await StartAsync(job);

        await engine.Recurring.RunNowAsync(Name, None);
        RecurringStanding failed = await engine.UntilAsync(found => found.Record.Error is not null);
        (failed.Record.Error, failed.Record.Result, failed.Record.Failures).ShouldBe(("The disk is away.", null, 1));
        failed.Record.NextAt.ShouldNotBeNull().ShouldBeGreaterThan(TimeProvider.System.GetUtcNow() + TimeSpan.FromHours(23));

        await engine.Recurring.RunNowAsync(Name, None);
        await engine.UntilAsync(found => found.Record.Failures == 2);
        await engine.Recurring.RunNowAsync(Name, None);
        (await engine.UntilAsync(found => found.Record.Result is not null)).Record.Failures.ShouldBe(0);
    }

    [Fact]
    public async Task SwitchAsync_Off_StaysOffThroughAStartAndRunsOnlyWhenAsked()
    {
        var first = new StubRecurringJob(_ => Task.FromResult("Done.")) { RunsAtStart = true };
        await using (Engine engine = await StartAsync(first))
        {
            await engine.UntilAsync(found => found.Record.Took is not null);
            (await engine.Recurring.SwitchAsync(Name, isOn: false, None)).ShouldBeTrue();
            (await engine.Recurring.SwitchAsync("no-such-job", isOn: false, None)).ShouldBeFalse();
        }

        var second = new StubRecurringJob(_ => Task.FromResult("Done again.")) { RunsAtStart = true };
        await using Engine again = await StartAsync(second);
        await again.Recurring.NudgeAsync(Name, None);
        RecurringStanding off = (await again.Recurring.ListAsync(None)).Single();
        (off.Record.IsOn, off.Record.NextAt, off.Record.Result).ShouldBe((false, null, "Done."));

        await again.Recurring.RunNowAsync(Name, None);
        RecurringStanding ran = await again.UntilAsync(found => found.Record.Result == "Done again.");
        (ran.Record.IsOn, ran.Record.NextAt, second.Runs).ShouldBe((false, null, 1));
    }

    [Fact]
    public async Task Stop_WhileItRuns_CutsItOffAndTheNextStartMakesUpForIt()
    {
        StubRecurringJob job = Waiting();
        Engine engine = await StartAsync(job);
        await using (engine)
        {
            await engine.Recurring.RunNowAsync(Name, None);
            await engine.UntilAsync(found => found.IsRunning);
        }

        await using Engine again = await StartAsync(new StubRecurringJob(_ => Task.FromResult("Done.")));
        RecurringStanding found = (await again.Recurring.ListAsync(None)).Single();

        (found.WasCutOff, found.Record.Error).ShouldBe((true, null));
        found.Record.NextAt.ShouldNotBeNull().ShouldBeLessThan(TimeProvider.System.GetUtcNow() + TimeSpan.FromMinutes(2));
    }

    private StubRecurringJob Waiting() => new(async token =>
    {
        await _goOn.Task.WaitAsync(token);
        return "Done.";
    });

    private Task<Engine> StartAsync(IRecurringJob job) => Engine.StartAsync(Database, new CountingPipeline(), recurring: job);
}
