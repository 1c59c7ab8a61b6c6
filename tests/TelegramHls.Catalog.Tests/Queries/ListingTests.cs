using TelegramHls.Catalog.Commands;
using TelegramHls.Catalog.Model;
using TelegramHls.Catalog.Queries;
using TelegramHls.Core.Ids;
using TelegramHls.Core.Jobs;

namespace TelegramHls.Catalog.Tests.Queries;

public sealed class ListingTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task ListAsync_OfAnOwner_PagesNewestFirst()
    {
        await using CatalogOnDisk catalog = await CatalogOnDisk.MakeAsync();
        var ids = new List<VideoId>();
        for (int i = 0; i < 5; i++)
        {
            ids.Add(await catalog.CreateAsync(Samples.Video(owner: 1)));
            catalog.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        await catalog.CreateAsync(Samples.Video(owner: 2));

        VideoPage page = await catalog.Get<VideoQueries>().ListAsync(1, skip: 1, take: 2, None);

        page.Total.ShouldBe(5);
        page.Videos.Select(video => video.Id).ShouldBe([ids[3], ids[2]]);
        (await catalog.Get<VideoQueries>().ListAsync(null, 0, 10, None)).Total.ShouldBe(6);
        JobPage jobs = await catalog.Get<JobQueries>().ListAsync(JobState.Waiting, 0, 1, None);
        (jobs.Total, jobs.Jobs.Count).ShouldBe((6, 1));
    }

    [Fact]
    public async Task SetFactsAsync_Probed_AreReadBack()
    {
        await using CatalogOnDisk catalog = await CatalogOnDisk.MakeAsync();
        VideoId video = await catalog.CreateAsync(Samples.Video());
        var duration = TimeSpan.FromMilliseconds(60_041);

        await catalog.Get<VideoCommands>().SetFactsAsync(
            video, new VideoFacts(VideoKind.Video, duration, 640, 360, "H.264, AAC", """{"x":1}"""), None);
        await catalog.Get<VideoCommands>().SetProgressMessageAsync(video, 12, None);

        Video found = (await catalog.Get<VideoQueries>().FindAsync(video, None))!;
        (found.Duration, found.Width, found.Height, found.Codecs, found.FactsJson, found.ProgressMessageId)
            .ShouldBe((duration, 640, 360, "H.264, AAC", """{"x":1}""", 12));
        (found.Title, found.MimeType).ShouldBe(("Отпуск", "video/mp4"));
    }

    [Fact]
    public async Task CountAsync_MixedCatalogue_CountsEachStateAndByteOnce()
    {
        await using CatalogOnDisk catalog = await CatalogOnDisk.MakeAsync();
        await catalog.PublishAsync(await catalog.CreateAsync(Samples.Video(owner: 1)), 5);
        await catalog.CreateAsync(Samples.Video(owner: 2));
        await catalog.CreateAsync(Samples.Video(owner: 3));

        CatalogTotals totals = await catalog.Get<TotalsQueries>().CountAsync(replicas: 2, None);

        totals.Videos[VideoState.Ready].ShouldBe(1);
        totals.Videos[VideoState.Queued].ShouldBe(2);
        totals.Jobs[JobState.Waiting].ShouldBe(3);
        (totals.StoredBytes, totals.Parts, totals.Replicas, totals.ThinParts, totals.Orphans).ShouldBe((100L, 1L, 1L, 1L, 0L));
    }

    [Fact]
    public async Task TryBecomeOwnerAsync_TwoAtOnce_OneWins()
    {
        await using CatalogOnDisk catalog = await CatalogOnDisk.MakeAsync();
        var users = catalog.Get<UserCommands>();
        await users.UpsertAsync(1, "Anna", UserRole.User, None);

        bool[] won = await Task.WhenAll(
            users.TryBecomeOwnerAsync(1, "Anna", None), users.TryBecomeOwnerAsync(2, "Boris", None));

        won.Count(yes => yes).ShouldBe(1);
        (await catalog.Get<UserQueries>().ListAsync(None)).Count(user => user.Role == UserRole.Owner).ShouldBe(1);
    }

    [Fact]
    public async Task Settings_SetAgainAndRemoved_KeepTheLast()
    {
        await using CatalogOnDisk catalog = await CatalogOnDisk.MakeAsync();
        var settings = catalog.Get<SettingCommands>();

        (await settings.GetOrAddAsync("pairing", "first", None)).ShouldBe("first");
        (await settings.GetOrAddAsync("pairing", "second", None)).ShouldBe("first");
        await settings.SetAsync("pairing", "third", None);
        (await settings.FindAsync("pairing", None)).ShouldBe("third");
        await settings.SetAsync("pairing", null, None);
        (await settings.FindAsync("pairing", None)).ShouldBeNull();
    }
}
