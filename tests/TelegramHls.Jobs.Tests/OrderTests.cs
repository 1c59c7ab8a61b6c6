using TelegramHls.Catalog.Queries;
using TelegramHls.Core.Ids;
using TelegramHls.Core.Jobs;
using TelegramHls.Jobs.Pipelines;
using TelegramHls.Testing;

namespace TelegramHls.Jobs.Tests;

/// <summary>What people order: to begin again at a step, to remove a job, to stop the queue.</summary>
public sealed class OrderTests
{
    private static readonly Counted Start = new("");
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory]
    [InlineData("One", new[] { "One()", "Two(One)", "Three(OneTwo)" })]
    [InlineData("Two", new[] { "Two(One)", "Three(OneTwo)" })]
    [InlineData("Three", new[] { "Three(OneTwo)" })]
    public async Task RetryFromAsync_StepOfASucceededJob_BeginsThereWithWhatItTook(string step, string[] expected)
    {
        using var directory = new TempDirectory();
        var pipeline = new CountingPipeline();
        await using Engine engine = await Engine.StartAsync(directory.File("c.db"), pipeline);
        JobId job = await engine.AddAsync(Start);
        await engine.UntilFinalAsync(job);
        pipeline.Ran.Clear();

        (await engine.Queue.RetryFromAsync(job, step, None)).ShouldBe(new JobRetry.From(step));

        await engine.UntilFinalAsync(job);
        pipeline.Ran.ShouldBe(expected);
        (await engine.Queue.ReachedAsync(job, None)).ShouldBe(["One", "Two", "Three"]);
    }

    [Fact]
    public async Task RetryFromAsync_StepThatWasNotReached_IsRefused()
    {
        using var directory = new TempDirectory();
        var pipeline = new CountingPipeline((step, _, _, _) =>
            Task.FromResult(step == "Two" ? StepOutcome<Counted>.Refused("no") : null));
        await using Engine engine = await Engine.StartAsync(directory.File("c.db"), pipeline);
        JobId job = await engine.AddAsync(Start);
        await engine.UntilFinalAsync(job);
        await engine.UntilSettledAsync(job);

        (await engine.Queue.RetryFromAsync(job, "Three", None)).ShouldBeOfType<JobRetry.Refused>().Reason.ShouldContain("Three");

        (await engine.Queue.ReachedAsync(job, None)).ShouldBe(["One", "Two"]);
        (await engine.Ledger.FindAsync(job, None))!.State.ShouldBe(JobState.Failed);
    }

    [Fact]
    public async Task RetryFromAsync_PipelineKnowsBetter_BeginsWhereItSays()
    {
        using var directory = new TempDirectory();
        var pipeline = new CountingPipeline { BeginAgain = _ => new JobRetry.From("One") };
        await using Engine engine = await Engine.StartAsync(directory.File("c.db"), pipeline);
        JobId job = await engine.AddAsync(new Counted("x"));
        await engine.UntilFinalAsync(job);
        pipeline.Ran.Clear();

        (await engine.Queue.RetryFromAsync(job, "Three", None)).ShouldBe(new JobRetry.From("One"));

        await engine.UntilFinalAsync(job);
        pipeline.Ran.ShouldBe(["One(x)", "Two(xOne)", "Three(xOneTwo)"]);
    }

    [Fact]
    public async Task DeleteAsync_RunningJob_StopsItAndLeavesNothing()
    {
        using var directory = new TempDirectory();
        var reached = new TaskCompletionSource();
        var pipeline = new CountingPipeline(async (_, _, _, token) =>
        {
            reached.TrySetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
            return null;
        });
        await using Engine engine = await Engine.StartAsync(directory.File("c.db"), pipeline);
        JobId job = await engine.AddAsync(Start);
        await reached.Task.WaitAsync(TimeSpan.FromSeconds(20));

        (await engine.Queue.DeleteAsync(job, None)).ShouldBeTrue();

        pipeline.Told.ShouldBe(["cancelled", "deleted Cancelled"]);
        (await engine.Ledger.FindAsync(job, None)).ShouldBeNull();
        (await engine.Get<JobQueries>().EventsAsync(job, None)).ShouldBeEmpty();
        (await engine.Queue.ReachedAsync(job, None)).ShouldBeEmpty();
        (await engine.Queue.DeleteAsync(job, None)).ShouldBeFalse();
    }

    [Fact]
    public async Task PauseAsync_ThenARestart_LetsNothingBeginUntilItIsResumed()
    {
        using var directory = new TempDirectory();
        JobId job;
        await using (Engine engine = await Engine.StartAsync(directory.File("c.db"), new CountingPipeline()))
        {
            await engine.Queue.PauseAsync(None);
            job = await engine.AddAsync(Start);
        }

        var pipeline = new CountingPipeline();
        await using Engine again = await Engine.StartAsync(directory.File("c.db"), pipeline);
        (await again.Queue.IsPausedAsync(None)).ShouldBeTrue();
        (await again.Ledger.FindAsync(job, None))!.State.ShouldBe(JobState.Waiting);
        pipeline.Ran.ShouldBeEmpty();

        await again.Queue.ResumeAsync(None);

        (await again.UntilFinalAsync(job)).State.ShouldBe(JobState.Succeeded);
    }

    [Fact]
    public async Task PauseAsync_JobThatRuns_GoesOn()
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
        await using Engine engine = await Engine.StartAsync(directory.File("c.db"), pipeline);
        JobId job = await engine.AddAsync(Start);
        await reached.Task.WaitAsync(TimeSpan.FromSeconds(20));

        await engine.Queue.PauseAsync(None);
        release.SetResult();

        (await engine.UntilFinalAsync(job)).State.ShouldBe(JobState.Succeeded);
    }
}
