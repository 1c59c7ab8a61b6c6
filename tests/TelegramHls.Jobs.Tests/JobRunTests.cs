using TelegramHls.Catalog.Queries;
using TelegramHls.Core.Ids;
using TelegramHls.Core.Jobs;
using TelegramHls.Jobs.Pipelines;
using TelegramHls.Testing;

namespace TelegramHls.Jobs.Tests;

public sealed class JobRunTests
{
    private static readonly Counted Start = new("");

    [Fact]
    public async Task Run_ThreeSteps_HandsEachRecordOnAndSucceeds()
    {
        using var directory = new TempDirectory();
        var pipeline = new CountingPipeline();
        await using Engine engine = await Engine.StartAsync(directory.File("c.db"), pipeline);

        JobId job = await engine.AddAsync(Start);
        JobRecord done = await engine.UntilFinalAsync(job);

        done.State.ShouldBe(JobState.Succeeded);
        pipeline.Ran.ShouldBe(["One()", "Two(One)", "Three(OneTwo)"]);
        done.Checkpoint.ShouldBe("""{"Trace":"OneTwoThree"}""");
        (await engine.KindsAsync(job)).ShouldBe(
        [
            JobEventKind.Queued, JobEventKind.AttemptStarted,
            JobEventKind.StepStarted, JobEventKind.StepDone,
            JobEventKind.StepStarted, JobEventKind.StepDone,
            JobEventKind.StepStarted, JobEventKind.StepDone, JobEventKind.Succeeded,
        ]);
        (await engine.Get<JobQueries>().EventsAsync(job, CancellationToken.None)).Skip(1)
            .ShouldAllBe(line => line.Attempt == 1);
        engine.Board.Running.ShouldBeEmpty();
    }

    [Fact]
    public async Task Run_StepFailsTwice_GoesOnAtThatStepAfterGrowingPauses()
    {
        using var directory = new TempDirectory();
        int failures = 0;
        var pipeline = new CountingPipeline((step, _, _, _) => step == "Two" && failures++ < 2
            ? throw new InvalidOperationException("boom")
            : Task.FromResult<StepOutcome<Counted>?>(null));
        await using Engine engine = await Engine.StartAsync(directory.File("c.db"), pipeline);

        JobId job = await engine.AddAsync(Start);
        JobRecord done = await engine.UntilFinalAsync(job);

        done.State.ShouldBe(JobState.Succeeded);
        pipeline.Ran.ShouldBe(["One()", "Two(One)", "Two(One)", "Two(One)", "Three(OneTwo)"]);
        pipeline.Told.ShouldBe(["retrying boom", "retrying boom"]);
        JobEvent[] lines = [.. await engine.Get<JobQueries>().EventsAsync(job, CancellationToken.None)];
        DateTimeOffset[] starts = At(lines, JobEventKind.AttemptStarted);
        DateTimeOffset[] fails = At(lines, JobEventKind.AttemptFailed);
        // The first pause is 100 ms, the second 200 ms, each give or take a fifth.
        (starts[1] - fails[0]).ShouldBeGreaterThan(TimeSpan.FromMilliseconds(79));
        (starts[2] - fails[1]).ShouldBeGreaterThan(TimeSpan.FromMilliseconds(159));
    }

    [Fact]
    public async Task Run_StepAlwaysFails_EndsAsFailedWithTheReason()
    {
        using var directory = new TempDirectory();
        var pipeline = new CountingPipeline((_, _, _, _) => throw new InvalidOperationException("boom"));
        await using Engine engine = await Engine.StartAsync(directory.File("c.db"), pipeline, attempts: 3);

        JobId job = await engine.AddAsync(Start);
        JobRecord done = await engine.UntilFinalAsync(job);

        (done.State, done.Error, done.Attempts).ShouldBe((JobState.Failed, "boom", 3));
        pipeline.Ran.Count.ShouldBe(3);
        await engine.UntilSettledAsync(job);
        pipeline.Told.ShouldBe(["retrying boom", "retrying boom", "failed boom"]);
    }

    [Fact]
    public async Task Run_StepRefuses_FailsAtOnce()
    {
        using var directory = new TempDirectory();
        var pipeline = new CountingPipeline((step, _, _, _) =>
            Task.FromResult(step == "Two" ? StepOutcome<Counted>.Refused("too large") : null));
        await using Engine engine = await Engine.StartAsync(directory.File("c.db"), pipeline);

        JobId job = await engine.AddAsync(Start);
        JobRecord done = await engine.UntilFinalAsync(job);

        (done.State, done.Error).ShouldBe((JobState.Failed, "too large"));
        await engine.UntilSettledAsync(job);
        pipeline.Told.ShouldBe(["failed too large"]);
        pipeline.Ran.ShouldBe(["One()", "Two(One)"]);
    }

    [Fact]
    public async Task Run_StepIsFinishedEarly_LeavesTheRestOut()
    {
        using var directory = new TempDirectory();
        var pipeline = new CountingPipeline((_, _, _, _) => Task.FromResult<StepOutcome<Counted>?>(
            StepOutcome<Counted>.Finished()));
        await using Engine engine = await Engine.StartAsync(directory.File("c.db"), pipeline);

        JobId job = await engine.AddAsync(Start);

        (await engine.UntilFinalAsync(job)).State.ShouldBe(JobState.Succeeded);
        pipeline.Ran.ShouldBe(["One()"]);
    }

    [Fact]
    public async Task Run_StepNotesProgress_DoesNotUseUpItsAttempts()
    {
        using var directory = new TempDirectory();
        int runs = 0;
        var pipeline = new CountingPipeline(async (step, _, context, token) =>
        {
            if (step != "One" || ++runs > 5)
                return null;

            await context.NoteProgressAsync(token);
            throw new InvalidOperationException("boom");
        });
        await using Engine engine = await Engine.StartAsync(directory.File("c.db"), pipeline, attempts: 2);

        JobId job = await engine.AddAsync(Start);

        (await engine.UntilFinalAsync(job)).State.ShouldBe(JobState.Succeeded);
        runs.ShouldBe(6);
    }

    [Fact]
    public async Task Run_MoreJobsThanAllowed_RunsNoMoreThanThatAtOnce()
    {
        using var directory = new TempDirectory();
        int now = 0, most = 0;
        var full = new TaskCompletionSource();
        var pipeline = new CountingPipeline(async (_, _, _, token) =>
        {
            int mine = Interlocked.Increment(ref now);
            InterlockedMax(ref most, mine);
            if (mine == 3)
                full.TrySetResult();

            // All places are taken, and a moment is left for one more than there may be.
            await full.Task.WaitAsync(TimeSpan.FromSeconds(20), token);
            await Task.Delay(TimeSpan.FromMilliseconds(40), TimeProvider.System, token);
            Interlocked.Decrement(ref now);
            return null;
        });
        await using Engine engine = await Engine.StartAsync(directory.File("c.db"), pipeline, parallel: 3);

        JobId[] jobs = await Task.WhenAll(Enumerable.Range(0, 9).Select(_ => engine.AddAsync(Start)));
        foreach (JobId job in jobs)
            (await engine.UntilFinalAsync(job)).State.ShouldBe(JobState.Succeeded);

        most.ShouldBe(3);
    }

    [Fact]
    public async Task Report_InAStep_IsSeenOnTheBoard()
    {
        using var directory = new TempDirectory();
        var reported = new TaskCompletionSource();
        var release = new TaskCompletionSource();
        var pipeline = new CountingPipeline(async (step, _, context, _) =>
        {
            if (step == "Two")
            {
                context.Report(3, 10, "3 of 10");
                reported.SetResult();
                await release.Task;
            }

            return null;
        });
        await using Engine engine = await Engine.StartAsync(directory.File("c.db"), pipeline);
        JobId job = await engine.AddAsync(Start);
        await reported.Task.WaitAsync(TimeSpan.FromSeconds(20));

        engine.Board.Find(job).ShouldBe(new Progress.JobProgress(job, "Two", 3, 10, "3 of 10"));

        release.SetResult();
        await engine.UntilFinalAsync(job);
    }

    private static DateTimeOffset[] At(JobEvent[] lines, JobEventKind kind) =>
        [.. lines.Where(line => line.Kind == kind).Select(line => line.At)];

    private static void InterlockedMax(ref int target, int value)
    {
        int seen = Volatile.Read(ref target);
        while (value > seen)
            seen = Interlocked.CompareExchange(ref target, value, seen) is var found && found == seen ? value : found;
    }

    [Fact]
    public async Task ReviseAsync_AttemptFailsAfterIt_NextOneTakesTheOtherRecord()
    {
        using var directory = new TempDirectory();
        var pipeline = new CountingPipeline(async (step, input, context, token) =>
        {
            if (step == "Two" && input.Trace == "One")
            {
                await context.ReviseAsync(new Counted("Other"), "It goes another way.", token);
                throw new InvalidOperationException("boom");
            }

            return null;
        });
        await using Engine engine = await Engine.StartAsync(directory.File("c.db"), pipeline);

        JobId job = await engine.AddAsync(Start);

        (await engine.UntilFinalAsync(job)).State.ShouldBe(JobState.Succeeded);
        pipeline.Ran.ShouldBe(["One()", "Two(One)", "Two(Other)", "Three(OtherTwo)"]);
        JobEvent line = (await engine.Get<JobQueries>().EventsAsync(job, CancellationToken.None)).Single(line => line.Kind == JobEventKind.Note);
        (line.Step, line.Message).ShouldBe(("Two", "It goes another way."));
    }
}
