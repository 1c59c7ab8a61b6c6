using TelegramHls.Catalog.Commands;
using TelegramHls.Catalog.Model;
using TelegramHls.Catalog.Queries;
using TelegramHls.Core.Ids;
using TelegramHls.Core.Storing;

namespace TelegramHls.Catalog.Tests.Commands;

public sealed class CompanionCommandsTests
{
    private const string Poster = "poster.jpg";

    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task BeginAsync_Repeated_NamesTheSameStoredFile()
    {
        await using CatalogOnDisk catalog = await CatalogOnDisk.MakeAsync();
        VideoId video = await catalog.CreateAsync(Samples.Video());
        var commands = catalog.Get<CompanionCommands>();

        StoredFileId? first = await commands.BeginAsync(video, Poster, None);
        StoredFileId? second = await commands.BeginAsync(video, Poster, None);
        StoredFileId? other = await commands.BeginAsync(video, "s0.vtt", None);

        first.ShouldNotBeNull();
        second.ShouldBe(first);
        other.ShouldNotBe(first);
        (await catalog.AskAsync("select count(*) from stored_files")).ShouldBe("2");
    }

    [Fact]
    public async Task BeginAsync_VideoGoing_NamesNothing()
    {
        await using CatalogOnDisk catalog = await CatalogOnDisk.MakeAsync();
        VideoId video = await catalog.CreateAsync(Samples.Video());
        await catalog.Get<DeleteCommands>().BeginAsync(video, None);

        (await catalog.Get<CompanionCommands>().BeginAsync(video, Poster, None)).ShouldBeNull();
    }

    [Fact]
    public async Task FindAsync_NotYetComplete_IsNull()
    {
        await using CatalogOnDisk catalog = await CatalogOnDisk.MakeAsync();
        VideoId video = await catalog.CreateAsync(Samples.Video());
        StoredFileId file = (await catalog.Get<CompanionCommands>().BeginAsync(video, Poster, None))!.Value;
        var queries = catalog.Get<CompanionQueries>();

        (await queries.FindAsync(video, Poster, None)).ShouldBeNull();
        await CompleteAsync(catalog, file, message: 5);

        (await queries.FindAsync(video, Poster, None)).ShouldBe(new Companion(Poster, file, new string('f', 64)));
    }

    [Fact]
    public async Task FailAsync_PosterStored_OrphansItsMessage()
    {
        await using CatalogOnDisk catalog = await CatalogOnDisk.MakeAsync();
        VideoId video = await catalog.CreateAsync(Samples.Video());
        StoredFileId file = (await catalog.Get<CompanionCommands>().BeginAsync(video, Poster, None))!.Value;
        await CompleteAsync(catalog, file, message: 5);

        (await catalog.Get<DeleteCommands>().FailAsync(video, "No sound.", None)).ShouldBe([file]);

        (await catalog.AskAsync("select count(*) from companions")).ShouldBe("0");
        (await catalog.Get<ISendLedger>().OrphansAsync(DateTimeOffset.MaxValue, 10, None)).ShouldHaveSingleItem().MessageId.ShouldBe(5);
    }

    [Fact]
    public async Task ShareFileAsync_VideoWithAPoster_SharesItUntilTheLastVideoGoes()
    {
        await using CatalogOnDisk catalog = await CatalogOnDisk.MakeAsync();
        VideoId first = await catalog.CreateAsync(Samples.Video(owner: 1));
        StoredFileId file = (await catalog.Get<CompanionCommands>().BeginAsync(first, Poster, None))!.Value;
        await CompleteAsync(catalog, file, message: 4);
        await catalog.PublishAsync(first, 5);
        VideoId second = await catalog.CreateAsync(Samples.Video(owner: 2));
        await catalog.Get<PublishCommands>().ShareFileAsync(second, first, None);
        var delete = catalog.Get<DeleteCommands>();

        (await delete.DeleteAsync(first, None)).ShouldBeEmpty();

        (await catalog.Get<CompanionQueries>().FindAsync(second, Poster, None))!.File.ShouldBe(file);
        (await delete.DeleteAsync(second, None)).ShouldContain(file);
        (await catalog.Get<ISendLedger>().OrphansAsync(DateTimeOffset.MaxValue, 10, None)).Select(orphan => orphan.MessageId).ShouldBe([4, 5], ignoreOrder: true);
    }

    [Fact]
    public async Task ShareAsync_VideosThatCameBeforeThePreviews_GetThemButKeepTheirOwn()
    {
        await using CatalogOnDisk catalog = await CatalogOnDisk.MakeAsync();
        var commands = catalog.Get<CompanionCommands>();
        VideoId first = await catalog.CreateAsync(Samples.Video(owner: 1));
        await catalog.PublishAsync(first, 5);
        VideoId twin = await catalog.CreateAsync(Samples.Video(owner: 2));
        await catalog.Get<PublishCommands>().ShareFileAsync(twin, first, None);
        VideoId stranger = await catalog.CreateAsync(Samples.Video(owner: 3));
        StoredFileId own = (await commands.BeginAsync(twin, "s0.vtt", None))!.Value;
        StoredFileId sheet = (await commands.BeginAsync(first, "previews-0.jpg", None))!.Value;
        await commands.BeginAsync(first, "s0.vtt", None);
        await commands.BeginAsync(first, "secret.srt", None);
        await CompleteAsync(catalog, sheet, message: 6);
        await CompleteAsync(catalog, own, message: 7);

        await commands.ShareAsync(first, ["previews-0.jpg", "s0.vtt"], None);
        await commands.ShareAsync(first, ["previews-0.jpg", "s0.vtt"], None);

        var queries = catalog.Get<CompanionQueries>();
        (await queries.FindAsync(twin, "previews-0.jpg", None))!.File.ShouldBe(sheet);
        (await queries.FindAsync(twin, "s0.vtt", None))!.File.ShouldBe(own);
        (await catalog.AskAsync($"select count(*) from companions where name = 'secret.srt'")).ShouldBe("1");
        (await queries.FindAsync(stranger, "previews-0.jpg", None)).ShouldBeNull();
    }

    private static async Task CompleteAsync(CatalogOnDisk catalog, StoredFileId file, int message)
    {
        var ledger = catalog.Get<IPartLedger>();
        long intent = await ledger.BeginSendAsync(Samples.Intent(file, 0), None);
        await ledger.CommitPartAsync(file, intent, Samples.Part(0, message), None);
        await ledger.CompleteFileAsync(file, new string('f', 64), None);
    }
}
