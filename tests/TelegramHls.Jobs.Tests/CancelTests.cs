using TelegramHls.Core.Ids;
using TelegramHls.Core.Jobs;
using TelegramHls.Jobs.Pipelines;
using TelegramHls.Testing;

namespace TelegramHls.Jobs.Tests;

public sealed class CancelTests
{
    private static readonly Counted Start = new("");
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task CancelAsync_RunningStep_StopsItAndReturnsWhenItIsOver()
    {
        using var directory = new TempDirectory();
        var reached = new TaskCompletionSource();
        bool over = false;
        var pipeline = new CountingPipeline(async (_, _, _, token) =>
        {
            reached.TrySetResult();
            try
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
            }
            finally
            {
                over = true;
            }

            return null;
        });
        await using Engine engine = await Engine.StartAsync(directory.File("c.db"), pipeline);
        JobId job = await engine.AddAsync(Start);
        await reached.Task.WaitAsync(TimeSpan.FromSeconds(20));

        bool cancelled = await engine.Queue.CancelAsync(job, None).WaitAsync(TimeSpan.FromSeconds(10));

        (cancelled, over).ShouldBe((true, true));
        (await engine.Ledger.FindAsync(job, None))!.State.ShouldBe(JobState.Cancelled);
        pipeline.Told.ShouldBe(["cancelled"]);
        (await engine.Queue.CancelAsync(job, None)).ShouldBeFalse();
    }

    [Fact]
    public async Task CancelAsync_WaitingJob_NeverRuns()
    {
        using var directory = new TempDirectory();
        var release = new TaskCompletionSource();
        var reached = new TaskCompletionSource();
        var pipeline = new CountingPipeline(async (_, input, _, _) =>
        {
            reached.TrySetResult();
            await release.Task;
            return null;
        });
        await using Engine engine = await Engine.StartAsync(directory.File("c.db"), pipeline, parallel: 1);
        JobId blocking = await engine.AddAsync(Start);
        await reached.Task.WaitAsync(TimeSpan.FromSeconds(20));
        JobId waiting = await engine.AddAsync(new Counted("never"));

        (await engine.Queue.CancelAsync(waiting, None)).ShouldBeTrue();

        release.SetResult();
        JobId last = await engine.AddAsync(Start);
        await engine.UntilFinalAsync(blocking);
        await engine.UntilFinalAsync(last);
        (await engine.Ledger.FindAsync(waiting, None))!.State.ShouldBe(JobState.Cancelled);
        pipeline.Ran.ShouldNotContain("One(never)");
    }

    [Fact]
    public async Task RetryAsync_FailedJob_RunsAgainFromItsCheckpoint()
    {
        using var directory = new TempDirectory();
        bool refuse = true;
        var pipeline = new CountingPipeline((step, _, _, _) =>
            Task.FromResult(refuse && step == "Two" ? StepOutcome<Counted>.Refused("no") : null));
        await using Engine engine = await Engine.StartAsync(directory.File("c.db"), pipeline);
        JobId job = await engine.AddAsync(Start);
        await engine.UntilFinalAsync(job);
        await engine.UntilSettledAsync(job);
        refuse = false;

        (await engine.Queue.RetryAsync(job, None)).ShouldBe(new JobRetry.From("Two"));

        (await engine.UntilAsync(job, found => found.State == JobState.Succeeded)).Error.ShouldBeNull();
        pipeline.Ran.ShouldBe(["One()", "Two(One)", "Two(One)", "Three(OneTwo)"]);
        (await engine.Queue.RetryAsync(job, None)).ShouldBeOfType<JobRetry.Refused>().Reason.ShouldContain("Choose the one");
    }

    [Fact]
    public async Task NewJob_UnknownPipelineOrOtherRecord_IsRefused()
    {
        using var directory = new TempDirectory();
        await using Engine engine = await Engine.StartAsync(directory.File("c.db"), new CountingPipeline());

        Should.Throw<ArgumentException>(() => engine.Queue.NewJob("nothing", "s", "", Start));
        Should.Throw<ArgumentException>(() => engine.Queue.NewJob("counting", "s", "", "text"));
    }
}
