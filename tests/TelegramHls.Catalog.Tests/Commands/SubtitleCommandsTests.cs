using TelegramHls.Catalog.Commands;
using TelegramHls.Catalog.Model;
using TelegramHls.Catalog.Queries;
using TelegramHls.Core.Ids;
using TelegramHls.Core.Storing;

namespace TelegramHls.Catalog.Tests.Commands;

public sealed class SubtitleCommandsTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task AddAsync_Repeated_KeepsItsName()
    {
        await using CatalogOnDisk catalog = await CatalogOnDisk.MakeAsync();
        VideoId video = await catalog.CreateAsync(Samples.Video());

        (await AddAsync(catalog, video, "subtitle-2.srt", 5)).ShouldBe("s0");
        (await AddAsync(catalog, video, "subtitle-3.ass", 6)).ShouldBe("s1");
        (await catalog.Get<SubtitleCommands>().AddAsync(video, Track("subtitle-2.srt"), None))!.Name.ShouldBe("s0");

        (await NamesAsync(catalog, video)).ShouldBe(["s0 subtitle-2.srt", "s1 subtitle-3.ass"]);
    }

    [Fact]
    public async Task ListAsync_NotYetComplete_LeavesItOut()
    {
        await using CatalogOnDisk catalog = await CatalogOnDisk.MakeAsync();
        VideoId video = await catalog.CreateAsync(Samples.Video());
        await catalog.Get<CompanionCommands>().BeginAsync(video, "subtitle-2.srt", None);
        await catalog.Get<SubtitleCommands>().AddAsync(video, Track("subtitle-2.srt"), None);

        (await NamesAsync(catalog, video)).ShouldBeEmpty();
    }

    [Fact]
    public async Task PublishAsync_TracksGivenAnew_LeavesSubtitlesAlone()
    {
        await using CatalogOnDisk catalog = await CatalogOnDisk.MakeAsync();
        VideoId video = await catalog.CreateAsync(Samples.Video());
        await AddAsync(catalog, video, "subtitle-2.srt", 5);

        await catalog.PublishAsync(video, 6);

        (await catalog.Get<VideoQueries>().TracksAsync(video, None)).Select(track => track.Name).ShouldBe(["v0", "a0", "a1", "s0"]);
    }

    [Fact]
    public async Task RemoveAsync_AddedByAPerson_OrphansItsMessageAndFreesTheName()
    {
        await using CatalogOnDisk catalog = await CatalogOnDisk.MakeAsync();
        VideoId video = await catalog.CreateAsync(Samples.Video());
        await AddAsync(catalog, video, "subtitle-2.srt", 5);
        await AddAsync(catalog, video, "sent-77.srt", 6, isAdded: true);
        var commands = catalog.Get<SubtitleCommands>();

        (await commands.RemoveAsync(video, "sent-77.srt", None)).ShouldHaveSingleItem();
        (await commands.RemoveAsync(video, "sent-77.srt", None)).ShouldBeNull();
        (await commands.RemoveAsync(video, "subtitle-2.srt", None)).ShouldBeNull();

        (await NamesAsync(catalog, video)).ShouldBe(["s0 subtitle-2.srt"]);
        (await catalog.Get<ISendLedger>().OrphansAsync(DateTimeOffset.MaxValue, 10, None)).ShouldHaveSingleItem().MessageId.ShouldBe(6);
        (await AddAsync(catalog, video, "sent-80.srt", 7, isAdded: true)).ShouldBe("s1");
    }

    [Fact]
    public async Task ShareFileAsync_OtherOwner_SeesTheFilmsSubtitlesAndNotThePersons()
    {
        await using CatalogOnDisk catalog = await CatalogOnDisk.MakeAsync();
        VideoId first = await catalog.CreateAsync(Samples.Video(owner: 1));
        await AddAsync(catalog, first, "subtitle-2.srt", 4);
        await catalog.PublishAsync(first, 5);
        await AddAsync(catalog, first, "sent-77.srt", 6, isAdded: true);
        VideoId second = await catalog.CreateAsync(Samples.Video(owner: 2));

        await catalog.Get<PublishCommands>().ShareFileAsync(second, first, None);

        (await NamesAsync(catalog, second)).ShouldBe(["s0 subtitle-2.srt"]);
        (await NamesAsync(catalog, first)).ShouldBe(["s0 subtitle-2.srt", "s1 sent-77.srt"]);
        (await catalog.AskAsync($"select count(*) from companions where video_id = '{second}'")).ShouldBe("1");
    }

    private static VideoTrack Track(string companion, bool isAdded = false) =>
        new(string.Empty, TrackKind.Subtitle, companion[^3..], "eng", Companion: companion, IsAdded: isAdded);

    private static async Task<string> AddAsync(CatalogOnDisk catalog, VideoId video, string companion, int message, bool isAdded = false)
    {
        StoredFileId file = (await catalog.Get<CompanionCommands>().BeginAsync(video, companion, None))!.Value;
        var ledger = catalog.Get<IPartLedger>();
        long intent = await ledger.BeginSendAsync(Samples.Intent(file, 0), None);
        await ledger.CommitPartAsync(file, intent, Samples.Part(0, message), None);
        await ledger.CompleteFileAsync(file, new string('f', 64), None);
        return (await catalog.Get<SubtitleCommands>().AddAsync(video, Track(companion, isAdded), None))!.Name;
    }

    private static async Task<IEnumerable<string>> NamesAsync(CatalogOnDisk catalog, VideoId video) =>
        (await catalog.Get<SubtitleQueries>().ListAsync(video, None)).Select(subtitle => $"{subtitle.Track.Name} {subtitle.File.Name}");
}
