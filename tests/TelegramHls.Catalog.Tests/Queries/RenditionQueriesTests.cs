using TelegramHls.Catalog.Commands;
using TelegramHls.Catalog.Model;
using TelegramHls.Catalog.Queries;
using TelegramHls.Core.Ids;
using TelegramHls.Core.Storing;

namespace TelegramHls.Catalog.Tests.Queries;

public sealed class RenditionQueriesTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task FindAsync_StreamAndIndexComplete_IsTheFilmOverThem()
    {
        await using CatalogOnDisk catalog = await CatalogOnDisk.MakeAsync();
        Video film = await FilmAsync(catalog, owner: 1);
        StoredFileId stream = await StoreAsync(catalog, film.Id, RenditionQueries.StreamName, message: 6);
        (await catalog.Get<RenditionQueries>().FindAsync(film, None)).ShouldBeNull();
        StoredFileId index = await StoreAsync(catalog, film.Id, RenditionQueries.IndexName, message: 7);

        PlayableVideo? found = await catalog.Get<RenditionQueries>().FindAsync(film, None);

        found.ShouldNotBeNull().Video.ShouldBe(film with { File = stream, IndexFile = index });
        (found.FileVersion, found.FileLength, found.FileSha256).ShouldBe((1, Samples.Part(0, 6).Length, new string('f', 64)));
    }

    [Fact]
    public async Task DropAsync_SecondVersion_GoesWithItsMessagesUnlessAnotherVideoHasIt()
    {
        await using CatalogOnDisk catalog = await CatalogOnDisk.MakeAsync();
        Video film = await FilmAsync(catalog, owner: 1);
        StoredFileId stream = await StoreAsync(catalog, film.Id, RenditionQueries.StreamName, message: 6);
        await StoreAsync(catalog, film.Id, RenditionQueries.IndexName, message: 7);
        VideoId twin = await catalog.CreateAsync(Samples.Video(owner: 2));
        await catalog.Get<PublishCommands>().ShareFileAsync(twin, film.Id, None);
        var companions = catalog.Get<CompanionCommands>();
        string[] names = [RenditionQueries.StreamName];

        (await companions.DropAsync(film.Id, names, None)).ShouldBeEmpty();

        (await catalog.Get<RenditionQueries>().FindAsync(film, None)).ShouldBeNull();
        Video other = (await catalog.Get<VideoQueries>().FindAsync(twin, None))!;
        (await catalog.Get<RenditionQueries>().FindAsync(other, None))!.Video.File.ShouldBe(stream);
        (await companions.DropAsync(twin, names, None)).ShouldBe([stream]);
        (await catalog.Get<ISendLedger>().OrphansAsync(DateTimeOffset.MaxValue, 10, None)).ShouldHaveSingleItem().MessageId.ShouldBe(6);
    }

    private static async Task<Video> FilmAsync(CatalogOnDisk catalog, long owner)
    {
        VideoId video = await catalog.CreateAsync(Samples.Video(owner: owner));
        await catalog.PublishAsync(video, 5);
        return (await catalog.Get<VideoQueries>().FindAsync(video, None))!;
    }

    private static async Task<StoredFileId> StoreAsync(CatalogOnDisk catalog, VideoId video, string name, int message)
    {
        StoredFileId file = (await catalog.Get<CompanionCommands>().BeginAsync(video, name, None))!.Value;
        var ledger = catalog.Get<IPartLedger>();
        long intent = await ledger.BeginSendAsync(Samples.Intent(file, 0), None);
        await ledger.CommitPartAsync(file, intent, Samples.Part(0, message), None);
        await ledger.CompleteFileAsync(file, new string('f', 64), None);
        return file;
    }
}
