using TelegramHls.Catalog.Commands;
using TelegramHls.Catalog.Model;
using TelegramHls.Catalog.Queries;
using TelegramHls.Core.Ids;
using TelegramHls.Core.Storing;

namespace TelegramHls.Catalog.Tests.Commands;

public sealed class PublishCommandsTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task PublishAsync_Stored_ResolvesToWhatPlaybackNeeds()
    {
        await using CatalogOnDisk catalog = await CatalogOnDisk.MakeAsync();
        VideoId video = await catalog.CreateAsync(Samples.Video());
        StoredFileId file = await catalog.StoreAsync(video, 5);
        StoredFileId index = await catalog.StoreAsync(video, 6);

        string key = (await catalog.Get<PublishCommands>().PublishAsync(video, file, index, Samples.Tracks, None))!;

        key.Length.ShouldBe(22);
        key.ShouldAllBe(letter => char.IsAsciiLetterOrDigit(letter));
        PlayableVideo played = (await catalog.Get<PlaybackQueries>().ResolveAsync(key, None))!;
        played.Video.Id.ShouldBe(video);
        played.Video.State.ShouldBe(VideoState.Ready);
        played.Video.ReadyAt.ShouldBe(catalog.Clock.GetUtcNow());
        (played.Video.File, played.Video.IndexFile).ShouldBe((file, index));
        (played.FileVersion, played.FileLength, played.FileSha256).ShouldBe((1, 100L, new string('f', 64)));
        played.Tracks.ShouldBe(Samples.Tracks);
    }

    [Fact]
    public async Task PublishAsync_Repeated_KeepsKeyAndTime()
    {
        await using CatalogOnDisk catalog = await CatalogOnDisk.MakeAsync();
        VideoId video = await catalog.CreateAsync(Samples.Video());
        string early = (await catalog.Get<ShareLinkCommands>().EnsureAsync(video, None))!;
        StoredFileId file = await catalog.StoreAsync(video, 5);
        await catalog.Get<VideoCommands>().BeginStoringAsync(video, file, Samples.Tracks, None);
        string first = (await catalog.Get<PublishCommands>().PublishAsync(video, file, null, Samples.Tracks, None))!;
        DateTimeOffset at = catalog.Clock.GetUtcNow();
        catalog.Clock.Advance(TimeSpan.FromHours(1));

        string second = (await catalog.Get<PublishCommands>().PublishAsync(video, file, null, Samples.Tracks, None))!;

        (first, second).ShouldBe((early, early));
        (await catalog.Get<VideoQueries>().FindAsync(video, None))!.ReadyAt.ShouldBe(at);
        (await catalog.Get<VideoQueries>().TracksAsync(video, None)).ShouldBe(Samples.Tracks);
    }

    [Fact]
    public async Task PublishAsync_IncompleteFile_ThrowsAndChangesNothing()
    {
        await using CatalogOnDisk catalog = await CatalogOnDisk.MakeAsync();
        VideoId video = await catalog.CreateAsync(Samples.Video());
        var file = StoredFileId.New();
        await catalog.Get<IPartLedger>().OpenFileAsync(file, video, None);

        await Should.ThrowAsync<InvalidOperationException>(
            () => catalog.Get<PublishCommands>().PublishAsync(video, file, null, Samples.Tracks, None));

        (await catalog.Get<VideoQueries>().FindAsync(video, None))!.State.ShouldBe(VideoState.Queued);
        (await catalog.Get<VideoQueries>().TracksAsync(video, None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task BeginStoringAsync_BeforeReady_AlreadyResolves()
    {
        await using CatalogOnDisk catalog = await CatalogOnDisk.MakeAsync();
        VideoId video = await catalog.CreateAsync(Samples.Video());
        var file = StoredFileId.New();
        await catalog.Get<IPartLedger>().OpenFileAsync(file, video, None);
        string key = (await catalog.Get<ShareLinkCommands>().EnsureAsync(video, None))!;

        await catalog.Get<VideoCommands>().BeginStoringAsync(video, file, Samples.Tracks, None);

        PlayableVideo played = (await catalog.Get<PlaybackQueries>().ResolveAsync(key, None))!;
        (played.Video.State, played.Video.File, played.FileLength).ShouldBe((VideoState.Storing, file, 0L));
        played.FileSha256.ShouldBeNull();
        played.Tracks.Length.ShouldBe(3);
    }

    [Fact]
    public async Task ResolveAsync_UnknownRevokedOrExpired_IsNull()
    {
        await using CatalogOnDisk catalog = await CatalogOnDisk.MakeAsync();
        VideoId video = await catalog.CreateAsync(Samples.Video());
        string revoked = await catalog.PublishAsync(video, 5);
        var links = catalog.Get<ShareLinkCommands>();
        string expiring = (await links.CreateAsync(video, catalog.Clock.GetUtcNow().AddHours(1), None))!;
        var playback = catalog.Get<PlaybackQueries>();
        (await playback.ResolveAsync(expiring, None)).ShouldNotBeNull();

        (await links.RevokeAsync(revoked, None)).ShouldBeTrue();
        catalog.Clock.Advance(TimeSpan.FromHours(2));

        (await playback.ResolveAsync(revoked, None)).ShouldBeNull();
        (await playback.ResolveAsync(expiring, None)).ShouldBeNull();
        (await playback.ResolveAsync("nothing", None)).ShouldBeNull();
        (await links.EnsureAsync(video, None)).ShouldNotBe(revoked);
    }

    [Fact]
    public async Task ShareFileAsync_ReadyVideoOfAnother_IsReadyOverTheSameFileWithItsOwnKey()
    {
        await using CatalogOnDisk catalog = await CatalogOnDisk.MakeAsync();
        VideoId first = await catalog.CreateAsync(Samples.Video(owner: 1));
        string firstKey = await catalog.PublishAsync(first, 5);
        VideoId second = await catalog.CreateAsync(Samples.Video(owner: 2));

        string key = (await catalog.Get<PublishCommands>().ShareFileAsync(second, first, None))!;

        key.ShouldNotBe(firstKey);
        PlayableVideo played = (await catalog.Get<PlaybackQueries>().ResolveAsync(key, None))!;
        played.Video.OwnerId.ShouldBe(2);
        played.Video.File.ShouldBe((await catalog.Get<VideoQueries>().FindAsync(first, None))!.File);
        played.Tracks.ShouldBe(Samples.Tracks);
        (await catalog.Get<TotalsQueries>().CountAsync(replicas: 1, None)).StoredBytes.ShouldBe(100);
    }

    [Fact]
    public async Task ShareFileAsync_SourceNotReady_IsNull()
    {
        await using CatalogOnDisk catalog = await CatalogOnDisk.MakeAsync();
        VideoId first = await catalog.CreateAsync(Samples.Video(owner: 1));
        VideoId second = await catalog.CreateAsync(Samples.Video(owner: 2));

        (await catalog.Get<PublishCommands>().ShareFileAsync(second, first, None)).ShouldBeNull();

        (await catalog.Get<VideoQueries>().FindAsync(second, None))!.State.ShouldBe(VideoState.Queued);
    }
}
