using TelegramHls.Core.Ids;
using TelegramHls.Core.Jobs;
using TelegramHls.Core.Storing;
using TelegramHls.Testing;

namespace TelegramHls.Jobs.Tests;

/// <summary>Quartz and the catalogue write to one SQLite file.</summary>
public sealed class SharedDatabaseTests
{
    [Fact]
    public async Task Run_EightUploadersBesideManyJobs_NoWriteIsEverRefused()
    {
        using var directory = new TempDirectory();
        var pipeline = new CountingPipeline();
        await using Engine engine = await Engine.StartAsync(directory.File("c.db"), pipeline, parallel: 8, attempts: 1);
        var ledger = engine.Get<IPartLedger>();
        var file = StoredFileId.New();
        await ledger.OpenFileAsync(file, VideoId.New(), CancellationToken.None);

        Task uploads = Parallel.ForAsync(0, 150, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (i, token) =>
        {
            var replica = new Replica(-1, i + 1, 1, $"f{i}", $"u{i}", DateTimeOffset.UnixEpoch);
            long intent = await ledger.BeginSendAsync(new SendIntent(file, i, 1, -1, $"{i}.bin", 0), token);
            var part = new StoredPart(i, i * 10L, 10, new PartHashes(new string('a', 64), new byte[2048]), [replica]);
            await ledger.CommitPartAsync(file, intent, part, token);
        });
        JobId[] jobs = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => engine.AddAsync(new Counted(""))));
        await uploads;

        foreach (JobId job in jobs)
            (await engine.UntilFinalAsync(job)).State.ShouldBe(JobState.Succeeded);
        (await ledger.FindFileAsync(file, CancellationToken.None))!.Parts.Length.ShouldBe(150);
        pipeline.Told.ShouldBeEmpty();
    }
}
