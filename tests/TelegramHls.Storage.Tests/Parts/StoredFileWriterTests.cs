using TelegramHls.Core.Storing;
using TelegramHls.Storage.Parts;
using TelegramHls.Storage.Pool;
using TelegramHls.Storage.Tests.Kit;

namespace TelegramHls.Storage.Tests.Parts;

public sealed class StoredFileWriterTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task CompleteAsync_OfAFile_ReadsBackEqual(bool local)
    {
        await using StorageRig rig = await StorageRig.StartAsync(local: local);
        RandomFile source = await RandomFile.MakeAsync(rig.Temp, 5_000_000);
        StoreRequest request = rig.NewRequest();

        StoredFileSummary summary = await rig.StoreAsync(request, source.Bytes);

        summary.Sha256.ShouldBe(source.Sha256);
        summary.Length.ShouldBe(5_000_000);
        (await rig.Sha256Async(request.File)).ShouldBe(source.Sha256);
        Directory.Exists(Path.Combine(rig.Spool, request.File.Value)).ShouldBeFalse();
        rig.Ledger.Intents.ShouldBeEmpty();
    }

    [Fact]
    public async Task CompleteAsync_OfAFile_LeavesOneDocumentPerPartInNameOrder()
    {
        await using StorageRig rig = await StorageRig.StartAsync(bots: 3);
        RandomFile source = await RandomFile.MakeAsync(rig.Temp, 2_000_000);
        StoreRequest request = rig.NewRequest();

        StoredFileSummary summary = await rig.StoreAsync(request, source.Bytes);

        var documents = await rig.DocumentsAsync();
        documents.Count.ShouldBe(summary.Parts);
        string joined = rig.Temp.File("joined");
        await using (FileStream file = File.Create(joined))
        {
            foreach ((long chat, int id, _, _) in documents.OrderBy(document => document.Name, StringComparer.Ordinal))
            {
                await using Stream part = await rig.Sandbox.File(chat, id);
                await part.CopyToAsync(file);
            }
        }

        (await RandomFile.Sha256OfAsync(joined)).ShouldBe(source.Sha256);
        documents.ShouldAllBe(document => document.Name.StartsWith($"{request.Video}.{request.File}.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task CompleteAsync_BeforeEachCommit_TellsWhereThePartEnds()
    {
        await using StorageRig rig = await StorageRig.StartAsync();
        RandomFile source = await RandomFile.MakeAsync(rig.Temp, 2_000_000);
        long durable = 0;
        rig.Ledger.OnCommit = part => Volatile.Read(ref durable).ShouldBeGreaterThanOrEqualTo(part.Offset + part.Length);
        StoreRequest request = rig.NewRequest() with
        {
            BeforeCommit = (end, _) =>
            {
                for (long seen = durable; end > seen; seen = durable)
                {
                    Interlocked.CompareExchange(ref durable, end, seen);
                }

                return Task.CompletedTask;
            },
        };

        await rig.StoreAsync(request, source.Bytes);

        durable.ShouldBe(2_000_000);
    }

    [Fact]
    public async Task CompleteAsync_OfAFile_ReportsItsProgress()
    {
        await using StorageRig rig = await StorageRig.StartAsync();
        var heard = new List<StoreProgress>();
        StoreRequest request = rig.NewRequest() with { Progress = new Listener(heard) };

        StoredFileSummary summary = await rig.StoreAsync(request, new byte[1_500_000]);

        heard.Max(progress => progress.Bytes).ShouldBe(1_500_000);
        heard.Count.ShouldBe(summary.Parts);
    }

    [Fact]
    public async Task CompleteAsync_WithoutAByte_IsRefused()
    {
        await using StorageRig rig = await StorageRig.StartAsync(bots: 1);

        await Should.ThrowAsync<InvalidOperationException>(() => rig.StoreAsync(rig.NewRequest(), Array.Empty<byte>()));
    }

    [Fact]
    public async Task WriteAsync_WhenTheBotsAreSlow_WaitsAndKeepsTheSpoolSmall()
    {
        await using StorageRig rig = await StorageRig.StartAsync(bots: 2);
        await rig.Sandbox.Weather(new { effect = "delay", method = "sendDocument", milliseconds = 60 });
        StoreRequest request = rig.NewRequest(partSize: 65_536);
        await using StoredFileWriter writer = await rig.Writers.OpenAsync(request, CancellationToken.None);
        int most = 0;
        byte[] chunk = new byte[65_536];
        for (int i = 0; i < 60; i++)
        {
            new Random(i).NextBytes(chunk);
            await writer.WriteAsync(chunk, CancellationToken.None);
            most = Math.Max(most, Directory.GetFiles(Path.Combine(rig.Spool, request.File.Value)).Length);
        }

        await writer.CompleteAsync(CancellationToken.None);

        // Three on their way, one waiting, one being handed over, one being written.
        most.ShouldBeInRange(3, 6);
    }

    [Fact]
    public async Task WriteAsync_WhenTelegramRefusesThePart_EndsWithTheReason()
    {
        await using StorageRig rig = await StorageRig.StartAsync(bots: 2);
        await rig.Sandbox.Weather(new { effect = "fail", method = "sendDocument", status = 413, body = "" });

        var refusal = await Should.ThrowAsync<PartRefusedException>(
            () => rig.StoreAsync(rig.NewRequest(), new byte[4_000_000]));

        refusal.Message.ShouldContain("413");
        Directory.GetDirectories(rig.Spool).ShouldBeEmpty();
    }

    private sealed class Listener(List<StoreProgress> heard) : IProgress<StoreProgress>
    {
        public void Report(StoreProgress value)
        {
            lock (heard)
            {
                heard.Add(value);
            }
        }
    }
}
