using TelegramHls.Core.Storing;
using TelegramHls.Storage.Parts;
using TelegramHls.Storage.Tests.Kit;

namespace TelegramHls.Storage.Tests.Parts;

public sealed class ResumeTests
{
    [Fact]
    public async Task OpenAsync_AfterAnAbort_SendsNoCommittedPartAgain()
    {
        await using StorageRig rig = await StorageRig.StartAsync();
        RandomFile source = await RandomFile.MakeAsync(rig.Temp, 4_000_000);
        StoreRequest request = rig.NewRequest();
        await AbortAfterAsync(rig, request, source, bytes: 2_500_000);
        int committed = rig.Ledger.Commits;
        var before = await rig.DocumentsAsync();

        StoredFileSummary summary = await rig.StoreAsync(request, source.Bytes);

        committed.ShouldBeGreaterThan(2);
        rig.Ledger.Commits.ShouldBe(summary.Parts);
        (await rig.DocumentsAsync()).Count.ShouldBe(before.Count + summary.Parts - committed);
        summary.Version.ShouldBe(1);
        (await rig.Sha256Async(request.File)).ShouldBe(source.Sha256);
    }

    [Fact]
    public async Task OpenAsync_AfterAnAbortThatLeftAHole_FillsTheHoleOnly()
    {
        await using StorageRig rig = await StorageRig.StartAsync();
        RandomFile source = await RandomFile.MakeAsync(rig.Temp, 2_000_000);
        StoreRequest request = rig.NewRequest();
        rig.Ledger.OnCommit = FailAtPartTwo;
        await Should.ThrowAsync<TimeoutException>(() => rig.StoreAsync(request, source.Bytes));
        rig.Ledger.OnCommit = null;
        int committed = rig.Ledger.Commits;

        StoredFileSummary summary = await rig.StoreAsync(request, source.Bytes);

        rig.Ledger.Commits.ShouldBe(summary.Parts);
        summary.Version.ShouldBe(1);
        committed.ShouldBeLessThan(summary.Parts);
        (await rig.Sha256Async(request.File)).ShouldBe(source.Sha256);
    }

    [Fact]
    public async Task OpenAsync_WithOtherBytesFromTheMiddleOn_StoresThoseAnewUnderANewVersion()
    {
        await using StorageRig rig = await StorageRig.StartAsync();
        RandomFile first = await RandomFile.MakeAsync(rig.Temp, 2_000_000, seed: 1);
        StoreRequest request = rig.NewRequest();
        await rig.StoreAsync(request, first.Bytes);
        StoredFile before = await rig.FileAsync(request.File);
        byte[] other = [.. first.Bytes];
        other[1_000_000] ^= 1;
        string path = rig.Temp.File("other");
        await File.WriteAllBytesAsync(path, other);

        StoredFileSummary summary = await rig.StoreAsync(request, other);

        int changed = before.Parts.First(part => part.Offset + part.Length > 1_000_000).Index;
        StoredFile after = await rig.FileAsync(request.File);
        summary.Version.ShouldBe(2);
        after.Parts.Take(changed).ShouldBe(before.Parts.Take(changed));
        rig.Ledger.Orphans.Select(orphan => orphan.MessageId).Order().ShouldBe(
            before.Parts.Skip(changed).Select(part => part.Replicas[0].MessageId).Order());
        (await rig.Sha256Async(request.File)).ShouldBe(await RandomFile.Sha256OfAsync(path));
    }

    [Fact]
    public async Task CompleteAsync_OfAShorterFileThanBefore_DropsTheRest()
    {
        await using StorageRig rig = await StorageRig.StartAsync();
        StoreRequest request = rig.NewRequest();
        RandomFile source = await RandomFile.MakeAsync(rig.Temp, 2_000_000);
        await rig.StoreAsync(request, source.Bytes);
        int end = (int)(await rig.FileAsync(request.File)).Parts[3].Offset;
        string path = rig.Temp.File("short");
        await File.WriteAllBytesAsync(path, source.Bytes[..end]);

        StoredFileSummary summary = await rig.StoreAsync(request, source.Bytes.AsMemory(0, end));

        summary.ShouldBe(new StoredFileSummary(end, await RandomFile.Sha256OfAsync(path), 2, 3));
        (await rig.FileAsync(request.File)).Parts.Length.ShouldBe(3);
    }

    [Fact]
    public async Task DisposeAsync_WhileSendsAreUnderWay_KeepsTheirIntentsAndDeletesTheSpool()
    {
        await using StorageRig rig = await StorageRig.StartAsync(bots: 2);
        await rig.Sandbox.Weather(new { effect = "delay", method = "sendDocument", milliseconds = 30_000 });
        StoreRequest request = rig.NewRequest();

        await using (StoredFileWriter writer = await rig.Writers.OpenAsync(request, CancellationToken.None))
        {
            await StorageRig.WriteAsync(writer, new byte[600_000]);
            while (rig.Ledger.Intents.Count < 2)
            {
                await Task.Yield();
            }
        }

        rig.Ledger.Intents.Count.ShouldBe(2);
        rig.Pool.Bots.Sum(bot => bot.InFlight).ShouldBe(0);
        Directory.GetDirectories(rig.Spool).ShouldBeEmpty();
    }

    private static void FailAtPartTwo(StoredPart part)
    {
        if (part.Index == 2)
        {
            throw new TimeoutException("The database is busy.");
        }
    }

    private static async Task AbortAfterAsync(StorageRig rig, StoreRequest request, RandomFile source, int bytes)
    {
        await using StoredFileWriter writer = await rig.Writers.OpenAsync(request, CancellationToken.None);
        await StorageRig.WriteAsync(writer, source.Bytes.AsMemory(0, bytes));
    }
}
