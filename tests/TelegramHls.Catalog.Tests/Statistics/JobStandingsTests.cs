using TelegramHls.Catalog.Statistics;
using TelegramHls.Core.Ids;
using TelegramHls.Core.Jobs;

namespace TelegramHls.Catalog.Tests.Statistics;

public sealed class JobStandingsTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task FailuresInARowAsync_AmongOthers_CountsThoseThatUsedUpTheirAttemptsSinceTheLastSuccess()
    {
        await using CatalogOnDisk catalog = await CatalogOnDisk.MakeAsync();
        var standings = catalog.Get<JobStandings>();
        (await standings.FailuresInARowAsync(attempts: 2, most: 10, None)).ShouldBe(0);

        await EndAsync(catalog, JobState.Failed, attempts: 2);
        await EndAsync(catalog, JobState.Succeeded, attempts: 1);
        await EndAsync(catalog, JobState.Failed, attempts: 2);
        await EndAsync(catalog, JobState.Failed, attempts: 1);
        await EndAsync(catalog, JobState.Cancelled, attempts: 2);
        await EndAsync(catalog, JobState.Failed, attempts: 2);

        (await standings.FailuresInARowAsync(attempts: 2, most: 10, None)).ShouldBe(2);
        (await standings.FailuresInARowAsync(attempts: 2, most: 1, None)).ShouldBe(1);
        await EndAsync(catalog, JobState.Succeeded, attempts: 1);
        (await standings.FailuresInARowAsync(attempts: 2, most: 10, None)).ShouldBe(0);
    }

    [Fact]
    public async Task CountAsync_JobsInManyPlaces_TellsStepsOfThoseThatAreNotFinal()
    {
        await using CatalogOnDisk catalog = await CatalogOnDisk.MakeAsync();
        await EndAsync(catalog, JobState.Succeeded, attempts: 1);
        await EndAsync(catalog, JobState.Succeeded, attempts: 1);
        var ledger = catalog.Get<IJobLedger>();
        await ledger.QueueAsync(Samples.Job(VideoId.New(), catalog.Clock.GetUtcNow()), None);

        (await catalog.Get<JobStandings>().CountAsync(None)).OrderBy(one => one.State).ShouldBe(
            [new JobStanding(JobState.Waiting, "Admit", 1), new JobStanding(JobState.Succeeded, null, 2)]);
    }

    private static async Task EndAsync(CatalogOnDisk catalog, JobState final, int attempts)
    {
        catalog.Clock.Advance(TimeSpan.FromMinutes(1));
        var ledger = catalog.Get<IJobLedger>();
        JobRecord job = Samples.Job(VideoId.New(), catalog.Clock.GetUtcNow());
        await ledger.QueueAsync(job, None);
        for (int i = 0; i < attempts; i++)
            await ledger.BeginAttemptAsync(job.Id, None);

        await ledger.FinishAsync(job.Id, final, fault: null, None);
    }
}
