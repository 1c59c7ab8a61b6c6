using TelegramHls.Core.Ids;
using TelegramHls.Core.Jobs;
using TelegramHls.Testing;

namespace TelegramHls.Jobs.Tests;

/// <summary>Which job begins next.</summary>
public sealed class TurnTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Run_OwnersWithManyAndFewJobs_TakeTurns()
    {
        using var directory = new TempDirectory();
        var pipeline = new CountingPipeline();
        await using Engine engine = await Engine.StartAsync(directory.File("c.db"), pipeline, parallel: 1);
        await engine.Queue.PauseAsync(None);
        foreach (string name in new[] { "a1", "a2", "a3", "a4", "b1", "b2", "c1" })
            await engine.AddAsync(new Counted(name), owner: name[..1]);

        await engine.Queue.ResumeAsync(None);

        await UntilIdleAsync(engine);
        Begun(pipeline).ShouldBe(["a1", "b1", "c1", "a2", "b2", "a3", "a4"]);
    }

    [Fact]
    public async Task Run_TwoSlotsAndABusyOwner_GivesTheSecondToAnother()
    {
        using var directory = new TempDirectory();
        var release = new TaskCompletionSource();
        var reached = new SemaphoreSlim(0);
        var pipeline = new CountingPipeline(async (step, _, _, _) =>
        {
            if (step == "One")
            {
                reached.Release();
                await release.Task;
            }

            return null;
        });
        await using Engine engine = await Engine.StartAsync(directory.File("c.db"), pipeline, parallel: 2);
        await engine.Queue.PauseAsync(None);
        foreach (string name in new[] { "a1", "a2", "b1" })
            await engine.AddAsync(new Counted(name), owner: name[..1]);

        await engine.Queue.ResumeAsync(None);
        for (int i = 0; i < 2; i++)
            (await reached.WaitAsync(TimeSpan.FromSeconds(20))).ShouldBeTrue();

        Begun(pipeline).ShouldBe(["a1", "b1"], ignoreOrder: true);
        release.SetResult();
        await UntilIdleAsync(engine);
    }

    [Fact]
    public async Task SetPriorityAsync_WaitingJobs_DecidesBeforeOwnersAndAge()
    {
        using var directory = new TempDirectory();
        var pipeline = new CountingPipeline();
        await using Engine engine = await Engine.StartAsync(directory.File("c.db"), pipeline, parallel: 1);
        await engine.Queue.PauseAsync(None);
        JobId last = await engine.AddAsync(new Counted("last"), "a");
        await engine.AddAsync(new Counted("normal"), "b");
        JobId first = await engine.AddAsync(new Counted("first"), "a");
        JobId second = await engine.AddAsync(new Counted("second"), "a");

        (await engine.Queue.SetPriorityAsync(last, JobPriority.Low, None)).ShouldBeTrue();
        (await engine.Queue.SetPriorityAsync(first, JobPriority.High, None)).ShouldBeTrue();
        (await engine.Queue.SetPriorityAsync(second, JobPriority.High, None)).ShouldBeTrue();
        await engine.Queue.ResumeAsync(None);

        await UntilIdleAsync(engine);
        Begun(pipeline).ShouldBe(["first", "second", "normal", "last"]);
        (await engine.Queue.SetPriorityAsync(last, JobPriority.High, None)).ShouldBeFalse();
    }

    [Fact]
    public async Task Run_LaneIsFull_WaitsWithoutPlaceOrAttemptAndSaysWhy()
    {
        using var directory = new TempDirectory();
        var reached = new TaskCompletionSource();
        var release = new TaskCompletionSource();
        var pipeline = new CountingPipeline(async (step, input, _, _) =>
        {
            if (step == "Two" && input.Trace.StartsWith('x'))
            {
                reached.TrySetResult();
                await release.Task;
            }

            return null;
        })
        {
            Lane = (step, input) => step == "Two" && !input.Trace.StartsWith('z') ? JobLanes.Transcoding : null,
        };
        await using Engine engine = await Engine.StartAsync(directory.File("c.db"), pipeline, parallel: 2);
        JobId x = await engine.AddAsync(new Counted("x"));
        await reached.Task.WaitAsync(TimeSpan.FromSeconds(20));
        JobId y = await engine.AddAsync(new Counted("y"));
        JobRecord waiting = await engine.UntilAsync(y, job => job is { State: JobState.Waiting, Lane: not null });

        (waiting.Step, waiting.Attempts, waiting.Lane).ShouldBe(("Two", 0, JobLanes.Transcoding));
        (await engine.UntilFinalAsync(await engine.AddAsync(new Counted("z")))).State.ShouldBe(JobState.Succeeded);
        (await engine.Queue.LookAsync(None)).WhyWaits(waiting).ShouldBe("All places for transcoding are taken (1 of 1).");
        pipeline.Ran.ShouldNotContain("Two(yOne)");

        release.SetResult();

        (await engine.UntilFinalAsync(y)).State.ShouldBe(JobState.Succeeded);
        (await engine.UntilFinalAsync(x)).State.ShouldBe(JobState.Succeeded);
        pipeline.Ran.Count(step => step == "One(y)").ShouldBe(1);
        pipeline.Told.ShouldBe(["waits for transcoding"]);
    }

    [Fact]
    public async Task Run_ManyJobsForOneLane_HasOneInItAtATime()
    {
        using var directory = new TempDirectory();
        int now = 0;
        var overfull = new List<string>();
        var pipeline = new CountingPipeline(async (step, input, _, _) =>
        {
            if (step != "Two")
                return null;

            if (Interlocked.Increment(ref now) > 1)
                overfull.Add(input.Trace);

            await Task.Yield();
            Interlocked.Decrement(ref now);
            return null;
        })
        {
            Lane = (step, _) => step == "Two" ? JobLanes.Transcoding : null,
        };
        await using Engine engine = await Engine.StartAsync(directory.File("c.db"), pipeline, parallel: 4);

        for (int i = 0; i < 20; i++)
            await engine.AddAsync(new Counted($"{i} "), owner: $"{i % 5}");

        await UntilIdleAsync(engine);
        overfull.ShouldBeEmpty();
        pipeline.Ran.Count.ShouldBe(60);
    }

    [Fact]
    public async Task LookAsync_PausedOrNoPlace_SaysWhyAJobWaits()
    {
        using var directory = new TempDirectory();
        var reached = new TaskCompletionSource();
        var release = new TaskCompletionSource();
        var pipeline = new CountingPipeline(async (_, _, _, _) =>
        {
            reached.TrySetResult();
            await release.Task;
            return null;
        });
        await using Engine engine = await Engine.StartAsync(directory.File("c.db"), pipeline, parallel: 1);
        JobId running = await engine.AddAsync(new Counted("running"));
        await reached.Task.WaitAsync(TimeSpan.FromSeconds(20));
        JobRecord waiting = (await engine.Ledger.FindAsync(await engine.AddAsync(new Counted("waiting")), None))!;

        (await engine.Queue.LookAsync(None)).WhyWaits(waiting).ShouldBe("All places are taken (1 of 1).");
        (await engine.Queue.LookAsync(None)).WhyWaits((await engine.Ledger.FindAsync(running, None))!).ShouldBeNull();
        await engine.Queue.PauseAsync(None);
        (await engine.Queue.LookAsync(None)).WhyWaits(waiting).ShouldBe("The queue is paused.");

        await engine.Queue.ResumeAsync(None);
        release.SetResult();
        await UntilIdleAsync(engine);
    }

    private static string[] Begun(CountingPipeline pipeline) =>
        [.. pipeline.Ran.Where(step => step.StartsWith("One(", StringComparison.Ordinal)).Select(step => step[4..^1])];

    private static async Task UntilIdleAsync(Engine engine)
    {
        foreach (JobRecord job in await engine.Ledger.UnfinishedAsync(None))
            (await engine.UntilFinalAsync(job.Id)).State.ShouldBe(JobState.Succeeded);
    }
}
