using TelegramHls.Core.Ids;
using TelegramHls.Core.Jobs;
using TelegramHls.Jobs.Pipelines;
using TelegramHls.Testing;

namespace TelegramHls.Jobs.Tests;

public sealed class RestartTests
{
    private static readonly Counted Start = new("");
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Stop_RunningStep_IsToldAndGoesOnAtItsCheckpoint()
    {
        using var directory = new TempDirectory();
        var reached = new TaskCompletionSource();
        var first = new CountingPipeline(async (step, _, _, token) =>
        {
            if (step == "Two")
            {
                reached.SetResult();
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
            }

            return null;
        });
        JobId job;
        await using (Engine engine = await Engine.StartAsync(directory.File("c.db"), first))
        {
            job = await engine.AddAsync(Start);
            await reached.Task.WaitAsync(TimeSpan.FromSeconds(20));
            await engine.StopAsync();
            JobRecord stopped = (await engine.Ledger.FindAsync(job, None))!;
            (stopped.State, stopped.Step, stopped.Attempts).ShouldBe((JobState.Waiting, "Two", 0));
        }

        var second = new CountingPipeline();
        await using Engine again = await Engine.StartAsync(directory.File("c.db"), second);

        (await again.UntilFinalAsync(job)).State.ShouldBe(JobState.Succeeded);
        second.Ran.ShouldBe(["Two(One)", "Three(OneTwo)"]);
        first.Told.ShouldBeEmpty();
    }

    [Fact]
    public async Task Start_JobThatRanWhenTheProgramWasKilled_GoesOnAndTheAttemptCounts()
    {
        using var directory = new TempDirectory();
        var idle = new CountingPipeline();
        JobRecord job;
        await using (Engine engine = await Engine.PrepareAsync(directory.File("c.db"), idle))
        {
            // What a killed process leaves: an attempt begun, a checkpoint kept, no trigger. A running engine would take
            // the job up itself.
            job = engine.Queue.NewJob("counting", "subject", "", Start);
            await engine.Ledger.QueueAsync(job, None);
            await engine.Ledger.BeginAttemptAsync(job.Id, None);
            await engine.Ledger.SaveCheckpointAsync(
                job.Id, new StepEnd("One", "Two", """{"Trace":"One"}""", Lane: null, TimeSpan.Zero, Bytes: null), None);
            await engine.Ledger.BeginAttemptAsync(job.Id, None);
        }

        int attempt = 0;
        var second = new CountingPipeline((step, _, context, _) =>
        {
            attempt = step == "Two" ? context.Attempt : attempt;
            return Task.FromResult<StepOutcome<Counted>?>(null);
        });
        await using Engine again = await Engine.StartAsync(directory.File("c.db"), second);

        (await again.UntilFinalAsync(job.Id)).State.ShouldBe(JobState.Succeeded);
        second.Ran.ShouldBe(["Two(One)", "Three(OneTwo)"]);
        attempt.ShouldBe(3);
    }

    [Fact]
    public async Task Start_OnTheFileOfAProgramKilledInAStep_GoesOnWithEveryJob()
    {
        using var directory = new TempDirectory();
        var reached = new TaskCompletionSource();
        var first = new CountingPipeline(async (step, _, _, token) =>
        {
            if (step == "Two")
            {
                reached.TrySetResult();
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
            }

            return null;
        });
        await using Engine engine = await Engine.StartAsync(directory.File("c.db"), first, parallel: 1);
        JobId running = await engine.AddAsync(Start);
        await reached.Task.WaitAsync(TimeSpan.FromSeconds(20));
        JobId queued = await engine.AddAsync(new Counted("queued"));
        // What is committed at this moment, Quartz's own tables with it: what a kill would leave.
        await Command.RunAsync("sqlite3", directory.File("c.db"), $"VACUUM INTO '{directory.File("killed.db")}'");

        var second = new CountingPipeline();
        await using Engine again = await Engine.StartAsync(directory.File("killed.db"), second, parallel: 1);

        (await again.UntilFinalAsync(running)).State.ShouldBe(JobState.Succeeded);
        (await again.UntilFinalAsync(queued)).State.ShouldBe(JobState.Succeeded);
        second.Ran.Where(step => !step.Contains("queued")).ShouldBe(["Two(One)", "Three(OneTwo)"]);
        second.Ran.Count(step => step.Contains("queued")).ShouldBe(3);
    }

    [Fact]
    public async Task Start_JobThatKilledTheProgramEachTime_IsGivenUp()
    {
        using var directory = new TempDirectory();
        JobRecord job;
        await using (Engine engine = await Engine.PrepareAsync(directory.File("c.db"), new CountingPipeline()))
        {
            job = engine.Queue.NewJob("counting", "subject", "", Start);
            await engine.Ledger.QueueAsync(job, None);
            for (int i = 0; i < 3; i++)
                await engine.Ledger.BeginAttemptAsync(job.Id, None);
        }

        var pipeline = new CountingPipeline();
        await using Engine again = await Engine.StartAsync(directory.File("c.db"), pipeline, attempts: 3);

        JobRecord done = await again.UntilFinalAsync(job.Id);
        done.State.ShouldBe(JobState.Failed);
        done.Error.ShouldNotBeNull().ShouldContain("cut off 3 times at step One");
        pipeline.Ran.ShouldBeEmpty();
    }

    [Fact]
    public async Task Start_QueuedWhileNoEngineRan_Runs()
    {
        using var directory = new TempDirectory();
        JobRecord job;
        await using (Engine engine = await Engine.PrepareAsync(directory.File("c.db"), new CountingPipeline()))
        {
            job = engine.Queue.NewJob("counting", "subject", "", Start);
            await engine.Ledger.QueueAsync(job, None);
        }

        await using Engine again = await Engine.StartAsync(directory.File("c.db"), new CountingPipeline());

        (await again.UntilFinalAsync(job.Id)).State.ShouldBe(JobState.Succeeded);
    }

    [Fact]
    public async Task Start_FailureNotCleanedUp_IsToldAgain()
    {
        using var directory = new TempDirectory();
        var deaf = new CountingPipeline((_, _, _, _) =>
            Task.FromResult<StepOutcome<Counted>?>(StepOutcome<Counted>.Refused("no"))) { DeafFor = 1000 };
        JobId job;
        await using (Engine engine = await Engine.StartAsync(directory.File("c.db"), deaf))
        {
            job = await engine.AddAsync(Start);
            await engine.UntilFinalAsync(job);
        }

        deaf.Told.ShouldBeEmpty();
        var hearing = new CountingPipeline();
        await using Engine again = await Engine.StartAsync(directory.File("c.db"), hearing);

        await again.UntilSettledAsync(job);
        hearing.Told.ShouldBe(["failed no"]);
        hearing.Ran.ShouldBeEmpty();
    }
}
