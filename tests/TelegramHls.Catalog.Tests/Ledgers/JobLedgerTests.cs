using TelegramHls.Catalog.Queries;
using TelegramHls.Core.Ids;
using TelegramHls.Core.Jobs;

namespace TelegramHls.Catalog.Tests.Ledgers;

public sealed class JobLedgerTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task QueueAsync_Twice_LeavesTheFirstAsItIs()
    {
        await using CatalogOnDisk catalog = await CatalogOnDisk.MakeAsync();
        var ledger = catalog.Get<IJobLedger>();
        JobRecord job = Samples.Job(VideoId.New(), catalog.Clock.GetUtcNow());
        await ledger.QueueAsync(job, None);
        await ledger.BeginAttemptAsync(job.Id, None);

        await ledger.QueueAsync(job with { Checkpoint = "other" }, None);

        JobRecord found = (await ledger.FindAsync(job.Id, None))!;
        found.Checkpoint.ShouldBe("{}");
        found.State.ShouldBe(JobState.Running);
    }

    [Fact]
    public async Task BeginAttemptAsync_EachTime_CountsBeforeItReturns()
    {
        await using CatalogOnDisk catalog = await CatalogOnDisk.MakeAsync();
        var ledger = catalog.Get<IJobLedger>();
        JobRecord job = Samples.Job(VideoId.New(), catalog.Clock.GetUtcNow());
        await ledger.QueueAsync(job, None);

        JobRecord begun = await ledger.BeginAttemptAsync(job.Id, None);

        begun.Attempts.ShouldBe(1);
        (await catalog.AskAsync("select attempts || state from jobs")).ShouldBe("1Running");
        (await ledger.BeginAttemptAsync(job.Id, None)).Attempts.ShouldBe(2);
    }

    [Fact]
    public async Task SaveCheckpointAsync_AfterAttempts_IsProgress()
    {
        await using CatalogOnDisk catalog = await CatalogOnDisk.MakeAsync();
        var ledger = catalog.Get<IJobLedger>();
        JobRecord job = Samples.Job(VideoId.New(), catalog.Clock.GetUtcNow());
        await ledger.QueueAsync(job, None);
        await ledger.BeginAttemptAsync(job.Id, None);
        await ledger.BeginAttemptAsync(job.Id, None);

        await ledger.SaveCheckpointAsync(job.Id, new StepEnd("Admit", "Fetch", """{"a":1}""", "lane", TimeSpan.FromSeconds(2), 5), None);

        JobRecord saved = (await ledger.FindAsync(job.Id, None))!;
        (saved.Step, saved.Checkpoint, saved.Attempts, saved.Lane).ShouldBe(("Fetch", """{"a":1}""", 1, "lane"));
        JobEvent line = (await catalog.Get<JobQueries>().EventsAsync(job.Id, None))[^1];
        (line.Kind, line.Took, line.Bytes).ShouldBe((JobEventKind.StepDone, TimeSpan.FromSeconds(2), 5));
    }

    [Fact]
    public async Task RetryAsync_ThenFinish_KeepsEveryLineOfHistory()
    {
        await using CatalogOnDisk catalog = await CatalogOnDisk.MakeAsync();
        var ledger = catalog.Get<IJobLedger>();
        DateTimeOffset start = catalog.Clock.GetUtcNow();
        JobRecord job = Samples.Job(VideoId.New(), start);
        await ledger.QueueAsync(job, None);
        await ledger.BeginAttemptAsync(job.Id, None);
        await ledger.RetryAsync(job.Id, new JobFault("no route", "at X()", TimeSpan.FromSeconds(1)), start.AddSeconds(5), None);
        (await ledger.FindAsync(job.Id, None))!.NextAttemptAt.ShouldBe(start.AddSeconds(5));
        await ledger.BeginAttemptAsync(job.Id, None);
        await ledger.AppendAsync(job.Id, JobEventKind.Note, "Admit", JobEventLevel.Info, "looked twice", null, None);
        catalog.Clock.Advance(TimeSpan.FromSeconds(9));

        await ledger.FinishAsync(job.Id, JobState.Failed, new JobFault("still no route"), None);

        JobRecord failed = (await ledger.FindAsync(job.Id, None))!;
        failed.IsFinal.ShouldBeTrue();
        failed.FinishedAt.ShouldBe(start.AddSeconds(9));
        failed.NextAttemptAt.ShouldBeNull();
        IReadOnlyList<JobEvent> events = await catalog.Get<JobQueries>().EventsAsync(job.Id, None);
        events.Select(line => (line.Kind, line.Attempt)).ShouldBe(
        [
            (JobEventKind.Queued, 0), (JobEventKind.AttemptStarted, 1), (JobEventKind.AttemptFailed, 1),
            (JobEventKind.AttemptStarted, 2), (JobEventKind.Note, 2), (JobEventKind.Failed, 2),
        ]);
        events[^1].Message.ShouldBe("still no route");
        events.Select(line => line.Level).Skip(1).ShouldBe(
            [JobEventLevel.Info, JobEventLevel.Warning, JobEventLevel.Info, JobEventLevel.Info, JobEventLevel.Error]);
        (events[2].Detail, events[2].Took).ShouldBe(("at X()", TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public async Task PauseAsync_RunningJob_WaitsAgainAndDoesNotCount()
    {
        await using CatalogOnDisk catalog = await CatalogOnDisk.MakeAsync();
        var ledger = catalog.Get<IJobLedger>();
        JobRecord job = Samples.Job(VideoId.New(), catalog.Clock.GetUtcNow());
        await ledger.QueueAsync(job, None);
        await ledger.BeginAttemptAsync(job.Id, None);

        await ledger.PauseAsync(job.Id, null, "The program stops.", None);

        JobRecord paused = (await ledger.FindAsync(job.Id, None))!;
        (paused.State, paused.Attempts).ShouldBe((JobState.Waiting, 0));
    }

    [Fact]
    public async Task UnfinishedAsync_MixedStates_AreThoseThatStillRunOldestFirst()
    {
        await using CatalogOnDisk catalog = await CatalogOnDisk.MakeAsync();
        var ledger = catalog.Get<IJobLedger>();
        var jobs = new List<JobRecord>();
        for (int i = 0; i < 5; i++)
        {
            jobs.Add(Samples.Job(VideoId.New(), catalog.Clock.GetUtcNow().AddSeconds(-i)));
            await ledger.QueueAsync(jobs[i], None);
        }

        await ledger.BeginAttemptAsync(jobs[1].Id, None);
        await ledger.RetryAsync(jobs[2].Id, new JobFault("x"), catalog.Clock.GetUtcNow(), None);
        await ledger.FinishAsync(jobs[3].Id, JobState.Succeeded, null, None);
        await ledger.FinishAsync(jobs[4].Id, JobState.Failed, new JobFault("x"), None);
        await ledger.RequeueAsync(jobs[4].Id, "Admit", """{"b":2}""", null, "Tried again.", None);

        (await ledger.UnfinishedAsync(None)).Select(job => job.Id)
            .ShouldBe([jobs[4].Id, jobs[2].Id, jobs[1].Id, jobs[0].Id]);
        JobRecord again = (await ledger.FindAsync(jobs[4].Id, None))!;
        (again.FinishedAt, again.Error, again.Checkpoint).ShouldBe((null, null, """{"b":2}"""));
    }

    [Fact]
    public async Task FinishAsync_FailedOrCancelled_StaysUnsettledUntilSettled()
    {
        await using CatalogOnDisk catalog = await CatalogOnDisk.MakeAsync();
        var ledger = catalog.Get<IJobLedger>();
        JobState[] states = [JobState.Failed, JobState.Cancelled, JobState.Succeeded];
        var jobs = new List<JobRecord>();
        foreach (JobState state in states)
        {
            jobs.Add(Samples.Job(VideoId.New(), catalog.Clock.GetUtcNow().AddSeconds(jobs.Count)));
            await ledger.QueueAsync(jobs[^1], None);
            await ledger.FinishAsync(jobs[^1].Id, state, null, None);
        }

        (await ledger.UnsettledAsync(None)).Select(job => job.Id).ShouldBe([jobs[0].Id, jobs[1].Id]);
        await ledger.SettleAsync(jobs[0].Id, None);
        await ledger.RequeueAsync(jobs[1].Id, null, "{}", null, "Again.", None);

        (await ledger.UnsettledAsync(None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task BeginAttemptAsync_NoSuchJob_Throws()
    {
        await using CatalogOnDisk catalog = await CatalogOnDisk.MakeAsync();

        await Should.ThrowAsync<InvalidOperationException>(
            () => catalog.Get<IJobLedger>().BeginAttemptAsync(JobId.New(), None));
    }
}
