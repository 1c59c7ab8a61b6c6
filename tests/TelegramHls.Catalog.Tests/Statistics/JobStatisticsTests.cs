using TelegramHls.Catalog.Queries;
using TelegramHls.Catalog.Statistics;
using TelegramHls.Core.Ids;
using TelegramHls.Core.Jobs;

namespace TelegramHls.Catalog.Tests.Statistics;

public sealed class JobStatisticsTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task HoursAsync_WorkInThreeHours_IsCountedInTheHourOfItsEnd()
    {
        await using CatalogOnDisk catalog = await CatalogOnDisk.MakeAsync();
        DateTimeOffset start = catalog.Clock.GetUtcNow();
        await FinishAsync(catalog, JobState.Succeeded, bytes: 100);
        catalog.Clock.Advance(TimeSpan.FromHours(2));
        await FinishAsync(catalog, JobState.Failed, bytes: 7);
        await FinishAsync(catalog, JobState.Cancelled, bytes: 0);
        await FinishAsync(catalog, JobState.Succeeded, bytes: 3);

        IReadOnlyList<JobSum> hours = await catalog.Get<JobStatistics>().HoursAsync(4, None);

        hours.ShouldBe(
        [
            new JobSum(start.AddHours(-1), 0, 0, 0, 0, 0, TimeSpan.Zero),
            new JobSum(start, 1, 0, 0, 1, 100, TimeSpan.FromSeconds(2)),
            new JobSum(start.AddHours(1), 0, 0, 0, 0, 0, TimeSpan.Zero),
            new JobSum(start.AddHours(2), 1, 1, 1, 3, 10, TimeSpan.FromSeconds(6)),
        ]);
        (await catalog.Get<JobStatistics>().StepsAsync(start, None))
            .ShouldBe([new StepSum("Admit", 4, 0, 110, TimeSpan.FromSeconds(8)), new StepSum("Fetch", 0, 4, 0, TimeSpan.Zero)]);
    }

    [Fact]
    public async Task MinutesAsync_JobsThatEndedLately_AreCountedInTheirMinutes()
    {
        await using CatalogOnDisk catalog = await CatalogOnDisk.MakeAsync();
        await FinishAsync(catalog, JobState.Succeeded, bytes: 1);
        catalog.Clock.Advance(TimeSpan.FromMinutes(10));
        await FinishAsync(catalog, JobState.Failed, bytes: 1);
        await FinishAsync(catalog, JobState.Succeeded, bytes: 1);
        catalog.Clock.Advance(TimeSpan.FromMinutes(1));
        await FinishAsync(catalog, JobState.Cancelled, bytes: 1);

        IReadOnlyList<JobSum> minutes = await catalog.Get<JobStatistics>().MinutesAsync(3, None);

        minutes.Select(minute => (minute.Succeeded, minute.Failed, minute.Cancelled)).ShouldBe([(0, 0, 0), (1, 1, 0), (0, 0, 1)]);
        minutes.Select(minute => minute.At.Minute).ShouldBe([9, 10, 11]);
    }

    [Fact]
    public async Task TrimAsync_OldAndYoungJobs_RemovesTheOldAndKeepsWhatTheyDid()
    {
        await using CatalogOnDisk catalog = await CatalogOnDisk.MakeAsync();
        DateTimeOffset start = catalog.Clock.GetUtcNow();
        catalog.Clock.Advance(TimeSpan.FromHours(3));
        JobId old = await FinishAsync(catalog, JobState.Succeeded, bytes: 5);
        JobId unsettled = await FinishAsync(catalog, JobState.Failed, bytes: 1, settle: false);
        catalog.Clock.Advance(TimeSpan.FromHours(5));
        await FinishAsync(catalog, JobState.Failed, bytes: 1);
        catalog.Clock.Advance(TimeSpan.FromDays(2));
        JobId young = await FinishAsync(catalog, JobState.Succeeded, bytes: 2);
        var ledger = catalog.Get<IJobLedger>();
        IReadOnlyList<JobSum> before = await catalog.Get<JobStatistics>().DaysAsync(3, None);

        int removed = await ledger.TrimAsync(start.AddDays(2), None);

        removed.ShouldBe(2);
        (await ledger.FindAsync(old, None)).ShouldBeNull();
        (await ledger.FindAsync(unsettled, None)).ShouldNotBeNull();
        (await ledger.FindAsync(young, None)).ShouldNotBeNull();
        (await catalog.Get<JobQueries>().EventsAsync(old, None)).ShouldBeEmpty();
        (await catalog.AskAsync("select count(*) from job_checkpoints")).ShouldBe("4");
        (await catalog.Get<JobStatistics>().DaysAsync(3, None)).ShouldBe(before);
        before.Select(day => (day.Succeeded, day.Failed)).ShouldBe([(1, 2), (0, 0), (1, 0)]);
        (await catalog.AskAsync("select count(*) from job_sums where step = ''")).ShouldBe("2");
        await ledger.TrimAsync(start.AddDays(2), None);
        (await catalog.Get<JobStatistics>().DaysAsync(3, None)).ShouldBe(before);
    }

    /// <summary>A job whose first step took two seconds and whose second failed once.</summary>
    private static async Task<JobId> FinishAsync(CatalogOnDisk catalog, JobState final, long bytes, bool settle = true)
    {
        var ledger = catalog.Get<IJobLedger>();
        JobRecord job = Samples.Job(VideoId.New(), catalog.Clock.GetUtcNow());
        await ledger.QueueAsync(job, None);
        await ledger.BeginAttemptAsync(job.Id, None);
        await ledger.SaveCheckpointAsync(
            job.Id, new StepEnd("Admit", "Fetch", "{}", Lane: null, TimeSpan.FromSeconds(2), bytes), None);
        await ledger.RetryAsync(job.Id, new JobFault("x"), catalog.Clock.GetUtcNow(), None);
        await ledger.FinishAsync(job.Id, final, fault: null, None);
        if (settle)
            await ledger.SettleAsync(job.Id, None);

        return job.Id;
    }
}
