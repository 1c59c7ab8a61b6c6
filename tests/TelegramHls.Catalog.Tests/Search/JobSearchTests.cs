using TelegramHls.Catalog.Commands;
using TelegramHls.Catalog.Model;
using TelegramHls.Catalog.Search;
using TelegramHls.Core.Ids;
using TelegramHls.Core.Jobs;

namespace TelegramHls.Catalog.Tests.Search;

public sealed class JobSearchTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory]
    [InlineData("отпуск", "Лето")]
    [InlineData("ЛЕТО", "Лето")]
    [InlineData("лето .MKV", "Лето")]
    [InlineData("лето winter", "")]
    [InlineData("100%", "Winter 100%_")]
    [InlineData("", "Winter 100%_,Лето")]
    public async Task FindAsync_WithText_FindsEachWordInTitleOrFileWithoutCase(string text, string titles)
    {
        await using CatalogOnDisk catalog = await CatalogOnDisk.MakeAsync();
        await catalog.CreateAsync(Samples.Video() with { Title = "Лето", FileName = "Отпуск.mkv" });
        catalog.Clock.Advance(TimeSpan.FromHours(1));
        await catalog.CreateAsync(Samples.Video(message: 11) with { Title = "Winter 100%_", FileName = "snow.mp4" });

        FoundJobs found = await FindAsync(catalog, new JobFilter(Text: text));

        string.Join(',', found.Jobs.Select(job => job.Title)).ShouldBe(titles);
        found.Total.ShouldBe(found.Jobs.Count);
    }

    [Fact]
    public async Task FindAsync_WithIdOrError_FindsTheJob()
    {
        await using CatalogOnDisk catalog = await CatalogOnDisk.MakeAsync();
        VideoId video = await catalog.CreateAsync(Samples.Video());
        await catalog.CreateAsync(Samples.Video(message: 11));
        JobId job = (await FindAsync(catalog, new JobFilter(Text: video.Value))).Jobs.ShouldHaveSingleItem().Job.Id;
        await catalog.Get<IJobLedger>().FinishAsync(job, JobState.Failed, new JobFault("The Storage answered 500."), None);

        foreach (string text in new[] { job.Value, video.Value, "storage 500" })
        {
            (await FindAsync(catalog, new JobFilter(Text: text))).Jobs.ShouldHaveSingleItem().Job.Id.ShouldBe(job);
        }
    }

    [Fact]
    public async Task FindAsync_ByState_CountsTheOthersToo()
    {
        await using CatalogOnDisk catalog = await CatalogOnDisk.MakeAsync();
        var ledger = catalog.Get<IJobLedger>();
        for (int i = 0; i < 5; i++)
        {
            catalog.Clock.Advance(TimeSpan.FromMinutes(1));
            JobRecord job = Samples.Job(VideoId.New(), catalog.Clock.GetUtcNow());
            await ledger.QueueAsync(job, None);
            if (i < 3)
            {
                await ledger.FinishAsync(job.Id, JobState.Failed, new JobFault("Lost."), None);
            }
        }

        FoundJobs found = await catalog.Get<JobSearch>().FindAsync(
            new JobFilter(JobState.Failed), JobOrder.Oldest, skip: 1, take: 1, None);

        found.Total.ShouldBe(3);
        found.Counts.ShouldBe(new Dictionary<JobState, int> { [JobState.Failed] = 3, [JobState.Waiting] = 2 }, ignoreOrder: true);
        IReadOnlyList<JobId> all = await catalog.Get<JobSearch>().IdsAsync(new JobFilter(JobState.Failed), None);
        found.Jobs.ShouldHaveSingleItem().Job.Id.ShouldBe(all[1]);
        (await FindAsync(catalog, new JobFilter(From: catalog.Clock.GetUtcNow()))).Total.ShouldBe(1);
        (await FindAsync(catalog, new JobFilter(To: catalog.Clock.GetUtcNow()))).Total.ShouldBe(4);
    }

    [Theory]
    [InlineData(JobOrder.Newest)]
    [InlineData(JobOrder.Oldest)]
    public async Task FindAsync_PageByPage_FindsEachJobOnceAndInOrder(JobOrder order)
    {
        await using CatalogOnDisk catalog = await CatalogOnDisk.MakeAsync();
        for (int i = 0; i < 9; i++)
        {
            // Three at each moment.
            catalog.Clock.Advance(TimeSpan.FromMinutes(i % 3 == 0 ? 1 : 0));
            await catalog.Get<IJobLedger>().QueueAsync(Samples.Job(VideoId.New(), catalog.Clock.GetUtcNow()), None);
        }

        var found = new List<string>();
        for (int skip = 0; skip < 10; skip += 2)
        {
            FoundJobs page = await catalog.Get<JobSearch>().FindAsync(new JobFilter(), order, skip, take: 2, None);
            found.AddRange(page.Jobs.Select(job => job.Job.Id.Value));
        }

        string direction = order == JobOrder.Newest ? "desc" : "asc";
        string expected = await catalog.AskAsync($"select id from jobs order by created_at {direction}, id {direction}");
        string.Join('\n', found).ShouldBe(expected);
    }

    [Fact]
    public async Task FindAsync_AfterTheFilmGotItsTitle_FindsItByThatAndKeepsItWhenTheFilmIsGone()
    {
        await using CatalogOnDisk catalog = await CatalogOnDisk.MakeAsync();
        VideoId video = await catalog.CreateAsync(Samples.Video());
        await catalog.Get<VideoCommands>().SetFactsAsync(
            video, new VideoFacts(VideoKind.Video, null, null, null, null, null, Title: "Öffnung"), None);
        await catalog.AskAsync("delete from videos");

        FoundJob found = (await FindAsync(catalog, new JobFilter(Text: "öffnung"))).Jobs.ShouldHaveSingleItem();

        found.Title.ShouldBe("Öffnung");
        found.Video.ShouldBeNull();
    }

    [Fact]
    public async Task FindAsync_ByBot_FindsWhatItHasStored()
    {
        await using CatalogOnDisk catalog = await CatalogOnDisk.MakeAsync();
        VideoId video = await catalog.CreateAsync(Samples.Video());
        await catalog.CreateAsync(Samples.Video(message: 11));
        await catalog.StoreAsync(video, message: 5);

        FoundJobs found = await FindAsync(catalog, new JobFilter(BotId: 1));

        found.Jobs.ShouldHaveSingleItem().Video!.Id.ShouldBe(video);
        (await FindAsync(catalog, new JobFilter(BotId: 2))).Total.ShouldBe(0);
        (await catalog.Get<JobSearch>().BotsAsync(None)).ShouldBe([1L]);
    }

    [Fact]
    public async Task SearchIndex_ForListsAndCounts_HoldsAllThatTheyRead()
    {
        await using CatalogOnDisk catalog = await CatalogOnDisk.MakeAsync();

        string plan = await catalog.AskAsync(
            "explain query plan select state, count(*) from jobs where instr(words, 'x') > 0 or (error is not null and instr(lower(error), 'x') > 0) group by state;"
            + "explain query plan select id from jobs where state = 'Failed' and created_at > 5 and instr(words, 'x') > 0 order by created_at desc, id limit 50 offset 50");

        plan.ShouldContain("SCAN jobs USING COVERING INDEX IX_jobs_search");
        plan.ShouldContain("SEARCH jobs USING COVERING INDEX IX_jobs_search (state=? AND created_at>?)");
    }

    private static Task<FoundJobs> FindAsync(CatalogOnDisk catalog, JobFilter filter) =>
        catalog.Get<JobSearch>().FindAsync(filter, JobOrder.Newest, skip: 0, take: 50, None);
}
