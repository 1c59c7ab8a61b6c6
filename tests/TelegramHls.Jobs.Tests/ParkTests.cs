using TelegramHls.Core.Ids;
using TelegramHls.Core.Jobs;
using TelegramHls.Jobs.Pipelines;
using TelegramHls.Testing;

namespace TelegramHls.Jobs.Tests;

public sealed class ParkTests
{
    private static readonly Counted Start = new("");
    private static readonly CancellationToken None = CancellationToken.None;

    private bool _isAway = true;

    [Fact]
    public async Task Run_WhatItNeedsIsAwayForLong_NeverUsesUpItsAttempts()
    {
        using var directory = new TempDirectory();
        CountingPipeline pipeline = NeedingStorage();
        await using Engine engine = await Engine.StartAsync(directory.File("c.db"), pipeline, attempts: 2);
        JobId job = await engine.AddAsync(Start);

        for (int round = 0; round < 4; round++)
        {
            JobRecord parked = await UntilParkedAsync(engine, job);
            (parked.Attempts, parked.Step, parked.Error, parked.NextAttemptAt).ShouldBe((0, "Two", "Waiting for storage.", null));
            _isAway = round < 3;
            (await ReleaseAsync(engine)).ShouldHaveSingleItem().Id.ShouldBe(job);
        }

        (await engine.UntilFinalAsync(job)).State.ShouldBe(JobState.Succeeded);
        pipeline.Ran.ShouldBe(["One()", "Two(One)", "Two(One)", "Two(One)", "Two(One)", "Two(One)", "Three(OneTwo)"]);
        pipeline.Told.ShouldBe(Enumerable.Repeat("parked Waiting for storage.", 4));
        (await engine.KindsAsync(job)).ShouldNotContain(JobEventKind.AttemptFailed);
    }

    [Fact]
    public async Task Park_WithOneSlot_LeavesItToOtherJobs()
    {
        using var directory = new TempDirectory();
        CountingPipeline pipeline = NeedingStorage("away");
        await using Engine engine = await Engine.StartAsync(directory.File("c.db"), pipeline, parallel: 1);
        JobId parked = await engine.AddAsync(new Counted("away"));
        await UntilParkedAsync(engine, parked);

        JobId other = await engine.AddAsync(Start);

        (await engine.UntilFinalAsync(other)).State.ShouldBe(JobState.Succeeded);
        (await engine.Ledger.FindAsync(parked, None))!.State.ShouldBe(JobState.Parked);
    }

    [Fact]
    public async Task Start_WithAParkedJob_LeavesItParkedUntilItIsReleased()
    {
        using var directory = new TempDirectory();
        JobId job;
        await using (Engine engine = await Engine.StartAsync(directory.File("c.db"), NeedingStorage()))
        {
            job = await engine.AddAsync(Start);
            await UntilParkedAsync(engine, job);
        }

        _isAway = false;
        CountingPipeline second = NeedingStorage();
        await using Engine again = await Engine.StartAsync(directory.File("c.db"), second);
        JobId other = await again.AddAsync(new Counted("other"));
        await again.UntilFinalAsync(other);
        second.Ran.ShouldNotContain("Two(One)");
        await ReleaseAsync(again);

        (await again.UntilFinalAsync(job)).State.ShouldBe(JobState.Succeeded);
        second.Ran.ShouldContain("Two(One)");
    }

    [Fact]
    public async Task Wake_ParkedJob_LeavesItParked()
    {
        using var directory = new TempDirectory();
        CountingPipeline pipeline = NeedingStorage("away");
        await using Engine engine = await Engine.StartAsync(directory.File("c.db"), pipeline, parallel: 1);
        JobId parked = await engine.AddAsync(new Counted("away"));
        await UntilParkedAsync(engine, parked);

        // As a trigger that the run left behind when the program ended in this moment.
        engine.Queue.Wake();
        await engine.UntilFinalAsync(await engine.AddAsync(Start));

        pipeline.Ran.Count(step => step == "Two(awayOne)").ShouldBe(1);
        (await engine.Ledger.FindAsync(parked, None))!.State.ShouldBe(JobState.Parked);
    }

    [Fact]
    public async Task CancelAsync_ParkedJob_CancelsIt()
    {
        using var directory = new TempDirectory();
        CountingPipeline pipeline = NeedingStorage();
        await using Engine engine = await Engine.StartAsync(directory.File("c.db"), pipeline);
        JobId job = await engine.AddAsync(Start);
        await UntilParkedAsync(engine, job);

        (await engine.Queue.CancelAsync(job, None)).ShouldBeTrue();

        (await engine.Queue.ReleaseAsync("Storage is back.", _ => true, None)).ShouldBeEmpty();
        (await engine.Ledger.FindAsync(job, None))!.State.ShouldBe(JobState.Cancelled);
    }

    private static Task<JobRecord> UntilParkedAsync(Engine engine, JobId job) =>
        engine.UntilAsync(job, found => found.State == JobState.Parked);

    /// <summary>A job that is just being parked is released at the next try.</summary>
    private static async Task<IReadOnlyList<JobRecord>> ReleaseAsync(Engine engine)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (true)
        {
            IReadOnlyList<JobRecord> released = await engine.Queue.ReleaseAsync("Storage is back.", _ => true, None);
            if (released.Count > 0)
                return released;

            await timer.WaitForNextTickAsync(patience.Token);
        }
    }

    /// <summary>Step Two needs what is away; with <paramref name="only"/> set for records that begin so.</summary>
    private CountingPipeline NeedingStorage(string only = "") => new((step, input, _, _) =>
        step == "Two" && _isAway && input.Trace.StartsWith(only, StringComparison.Ordinal)
            ? throw new TimeoutException("No bot answered.")
            : Task.FromResult<StepOutcome<Counted>?>(null))
    {
        Lack = cause => cause is TimeoutException ? "Waiting for storage." : null,
    };
}
