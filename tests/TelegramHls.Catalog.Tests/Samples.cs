using TelegramHls.Catalog.Commands;
using TelegramHls.Catalog.Model;
using TelegramHls.Core.Ids;
using TelegramHls.Core.Jobs;
using TelegramHls.Core.Storing;

namespace TelegramHls.Catalog.Tests;

/// <summary>Rows as the host would write them.</summary>
internal static class Samples
{
    public static readonly VideoTrack[] Tracks =
    [
        new("v0", TrackKind.Video, "avc1.64001e", Width: 640, Height: 360, IsDefault: true),
        new("a0", TrackKind.Audio, "mp4a.40.2", "eng", "Original", IsDefault: true, Bitrate: 96_000, Channels: 2),
        new("a1", TrackKind.Audio, "mp4a.40.2", "rus"),
    ];

    public static NewVideo Video(long owner = 7, string? uniqueId = "AgADunique", int message = 10) => new(
        VideoId.New(), owner, ChatId: owner, message, VideoKind.Video, "Отпуск", "отпуск.mp4", 1_000_000, "video/mp4",
        uniqueId, "BAACfile");

    public static JobRecord Job(VideoId video, DateTimeOffset at) => new(
        JobId.New(), "ingest", video.Value, JobState.Waiting, 0, "Admit", "{}", null, at, null, null);

    public static Replica Replica(int message, long bot = 1, long chat = -1001) => new(
        chat, message, bot, $"file-{bot}-{message}", $"unique-{message}",
        new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    /// <summary>Part number <paramref name="index"/> of a file whose parts have 100 bytes each.</summary>
    public static StoredPart Part(int index, int message, char hash = 'a') => new(
        index, index * 100L, 100, new PartHashes(new string(hash, 64), [1, 2, 3]), [Replica(message)]);

    public static SendIntent Intent(StoredFileId file, int part, int lastKnown = 0) =>
        new(file, part, BotId: 1, ChatId: -1001, $"video.{file}.{part:D5}.bin", lastKnown);

    public static async Task<VideoId> CreateAsync(this CatalogOnDisk catalog, NewVideo video)
    {
        await catalog.Get<VideoCommands>().CreateAsync(
            video, Job(video.Id, catalog.Clock.GetUtcNow()), CancellationToken.None);
        return video.Id;
    }

    /// <summary>A complete stored file of one part, whose message has the given number.</summary>
    public static async Task<StoredFileId> StoreAsync(this CatalogOnDisk catalog, VideoId video, int message)
    {
        var ledger = catalog.Get<IPartLedger>();
        var file = StoredFileId.New();
        await ledger.OpenFileAsync(file, video, CancellationToken.None);
        long intent = await ledger.BeginSendAsync(Intent(file, 0), CancellationToken.None);
        await ledger.CommitPartAsync(file, intent, Part(0, message), CancellationToken.None);
        await ledger.CompleteFileAsync(file, new string('f', 64), CancellationToken.None);
        return file;
    }

    public static async Task<string> PublishAsync(this CatalogOnDisk catalog, VideoId video, int message)
    {
        StoredFileId file = await catalog.StoreAsync(video, message);
        string? key = await catalog.Get<PublishCommands>().PublishAsync(
            video, file, null, Tracks, CancellationToken.None);
        return key.ShouldNotBeNull();
    }
}
