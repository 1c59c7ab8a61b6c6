using System.IO.Pipelines;
using TelegramHls.Core.Ropes;
using TelegramHls.Storage.Parts;
using TelegramHls.Storage.Reading;
using TelegramHls.Storage.Tests.Kit;

namespace TelegramHls.Storage.Tests.Reading;

public sealed class PartStreamTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ReadAsync_OfRandomRanges_GivesTheFilesBytes(bool local)
    {
        await using StorageRig rig = await StorageRig.StartAsync(local: local);
        RandomFile source = await RandomFile.MakeAsync(rig.Temp, 5_000_000);
        StoreRequest request = rig.NewRequest(partSize: 700_000);
        await rig.StoreAsync(request, source.Bytes);
        var random = new Random(7);
        await using PartStream stream = await rig.Reader.OpenAsync(request.File, CancellationToken.None);

        for (int i = 0; i < 60; i++)
        {
            int start = random.Next(source.Bytes.Length);
            int count = random.Next(1, Math.Min(400_000, source.Bytes.Length - start) + 1);
            byte[] bytes = new byte[count];
            stream.Position = start;
            await stream.ReadExactlyAsync(bytes);
            bytes.AsSpan().SequenceEqual(source.Bytes.AsSpan(start, count)).ShouldBeTrue($"{count} bytes at {start}");
        }
    }

    [Fact]
    public async Task ReadAsync_ByManyReaders_DownloadsEachPartOnce()
    {
        await using StorageRig rig = await StorageRig.StartAsync(bots: 2);
        RandomFile source = await RandomFile.MakeAsync(rig.Temp, 1_500_000);
        StoreRequest request = rig.NewRequest();
        StoredFileSummary summary = await rig.StoreAsync(request, source.Bytes);

        string[] hashes = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(_ => Task.Run(() => rig.Sha256Async(request.File))));

        hashes.ShouldAllBe(hash => hash == source.Sha256);
        long downloads = await rig.Sandbox.Calls(rig.BotId(0), "file") + await rig.Sandbox.Calls(rig.BotId(1), "file");
        downloads.ShouldBe(summary.Parts);
    }

    [Theory]
    [InlineData("cut")]
    [InlineData("corrupt")]
    public async Task ReadAsync_OfASpoiltDownload_GivesTheRightBytes(string effect)
    {
        await using StorageRig rig = await StorageRig.StartAsync(bots: 1);
        RandomFile source = await RandomFile.MakeAsync(rig.Temp, 1_000_000);
        StoreRequest request = rig.NewRequest(partSize: 1_000_000);
        await rig.StoreAsync(request, source.Bytes);
        await rig.Sandbox.Weather(new { effect, method = "file", count = 1, after_bytes = 300_000 });

        (await rig.Sha256Async(request.File)).ShouldBe(source.Sha256);

        (await rig.Sandbox.Calls(rig.BotId(0), "file")).ShouldBe(3);
        rig.Log.Lines.Count(line => line.Event == 2200).ShouldBe(effect == "corrupt" ? 1 : 0);
    }

    [Fact]
    public async Task ReadAsync_WhereTheServerIgnoresRange_SkipsByItself()
    {
        await using StorageRig rig = await StorageRig.StartAsync(bots: 1);
        RandomFile source = await RandomFile.MakeAsync(rig.Temp, 1_000_000);
        StoreRequest request = rig.NewRequest(partSize: 1_000_000);
        await rig.StoreAsync(request, source.Bytes);
        await rig.Sandbox.Weather(new { effect = "noRange" });
        await using PartStream stream = await rig.Reader.OpenAsync(request.File, CancellationToken.None);
        byte[] bytes = new byte[1000];

        stream.Position = 900_000;
        await stream.ReadExactlyAsync(bytes);

        bytes.ShouldBe(source.Bytes[900_000..901_000]);
    }

    [Fact]
    public async Task ReadAsync_WhenTheLocalServerPurgedItsFiles_GetsThemAnew()
    {
        await using StorageRig rig = await StorageRig.StartAsync(bots: 2, local: true);
        RandomFile source = await RandomFile.MakeAsync(rig.Temp, 1_000_000);
        StoreRequest request = rig.NewRequest();
        await rig.StoreAsync(request, source.Bytes);
        await rig.Sha256Async(request.File);
        await rig.Sandbox.Hook("purge", new { });
        await rig.RestartAsync();

        (await rig.Sha256Async(request.File)).ShouldBe(source.Sha256);
    }

    [Fact]
    public async Task ReadAsync_OfALocalServersFiles_CopiesNothing()
    {
        await using StorageRig rig = await StorageRig.StartAsync(bots: 2, local: true);
        RandomFile source = await RandomFile.MakeAsync(rig.Temp, 1_000_000);
        StoreRequest request = rig.NewRequest();
        await rig.StoreAsync(request, source.Bytes);

        (await rig.Sha256Async(request.File)).ShouldBe(source.Sha256);

        rig.Cache.Bytes.ShouldBe(0);
        Directory.EnumerateFiles(rig.Temp.File("cache"), "*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public async Task ReadAsync_OfALocalServersFilesAgain_AsksTheServerNothing()
    {
        await using StorageRig rig = await StorageRig.StartAsync(bots: 1, local: true);
        RandomFile source = await RandomFile.MakeAsync(rig.Temp, 1_000_000);
        StoreRequest request = rig.NewRequest();
        await rig.StoreAsync(request, source.Bytes);
        await rig.Sha256Async(request.File);
        long asked = await rig.Sandbox.Calls(rig.BotId(0), "getFile");

        (await rig.Sha256Async(request.File)).ShouldBe(source.Sha256);

        (await rig.Sandbox.Calls(rig.BotId(0), "getFile")).ShouldBe(asked);
    }

    [Fact]
    public async Task ReadAsync_OfALocalServersFilesAgain_AfterAPurge_GetsThemAnew()
    {
        await using StorageRig rig = await StorageRig.StartAsync(bots: 1, local: true);
        RandomFile source = await RandomFile.MakeAsync(rig.Temp, 1_000_000);
        StoreRequest request = rig.NewRequest();
        await rig.StoreAsync(request, source.Bytes);
        await rig.Sha256Async(request.File);
        await rig.Sandbox.Hook("purge", new { });

        (await rig.Sha256Async(request.File)).ShouldBe(source.Sha256);
    }

    [Fact]
    public async Task ReadAsync_WhenTheLocalServerPurgesItsFilesMeanwhile_ReadsOn()
    {
        await using StorageRig rig = await StorageRig.StartAsync(bots: 1, local: true);
        RandomFile source = await RandomFile.MakeAsync(rig.Temp, 4_000_000);
        StoreRequest request = rig.NewRequest(partSize: 2_000_000);
        await rig.StoreAsync(request, source.Bytes);
        await using PartStream stream = await rig.Reader.OpenAsync(request.File, CancellationToken.None);
        byte[] bytes = new byte[source.Bytes.Length];
        await stream.ReadExactlyAsync(bytes.AsMemory(0, 300_000));

        await rig.Sandbox.Hook("purge", new { });
        await stream.ReadExactlyAsync(bytes.AsMemory(300_000));

        bytes.AsSpan().SequenceEqual(source.Bytes).ShouldBeTrue();
    }

    [Fact]
    public async Task ReadAsync_OfASpoiltFileOfTheLocalServer_NeverGivesItsBytes()
    {
        await using StorageRig rig = await StorageRig.StartAsync(bots: 2, local: true);
        await rig.Sandbox.Hook("members", new { chat_id = rig.Channel(0), user_id = rig.BotId(1) });
        RandomFile source = await RandomFile.MakeAsync(rig.Temp, 1_000_000);
        StoreRequest request = rig.NewRequest();
        await rig.StoreAsync(request, source.Bytes);
        await rig.Sha256Async(request.File);
        string ofTheFirst = Path.Combine(rig.Temp.File("sandbox"), "server", rig.Token(0));
        foreach (string path in Directory.GetFiles(ofTheFirst, "*", SearchOption.AllDirectories))
        {
            using FileStream file = File.OpenWrite(path);
            file.Position = 100;
            file.WriteByte((byte)~source.Bytes[100]);
            file.Write(new byte[50]);
        }

        (await rig.Sha256Async(request.File)).ShouldBe(source.Sha256);
    }

    [Fact]
    public async Task ReadAsync_WhenTheSenderLostItsRights_StillReads()
    {
        await using StorageRig rig = await StorageRig.StartAsync(bots: 1);
        RandomFile source = await RandomFile.MakeAsync(rig.Temp, 600_000);
        StoreRequest request = rig.NewRequest();
        await rig.StoreAsync(request, source.Bytes);
        await rig.Sandbox.Hook("members", new
        {
            chat_id = rig.Channel(0), user_id = rig.BotId(0), status = "administrator", post = false,
        });
        await rig.CheckPoolAsync();
        rig.Pool.CanStore.ShouldBeFalse();

        (await rig.Sha256Async(request.File)).ShouldBe(source.Sha256);
    }

    [Fact]
    public async Task OpenAsync_OfAnUnknownFile_SaysSo()
    {
        await using StorageRig rig = await StorageRig.StartAsync(bots: 1);

        await Should.ThrowAsync<FileNotFoundException>(
            () => rig.Reader.OpenAsync(rig.NewRequest().File, CancellationToken.None));
    }

    [Fact]
    public async Task Forget_OfAFile_EmptiesTheCache()
    {
        await using StorageRig rig = await StorageRig.StartAsync(bots: 1);
        StoreRequest request = rig.NewRequest();
        await rig.StoreAsync(request, new byte[600_000]);
        await rig.Sha256Async(request.File);
        rig.Cache.Bytes.ShouldBe(600_000);

        rig.Reader.Forget(request.File);

        rig.Cache.Bytes.ShouldBe(0);
    }

    [Fact]
    public async Task ReadAsync_OfARope_JoinsInlineStoredAndLocalBytes()
    {
        await using StorageRig rig = await StorageRig.StartAsync(bots: 2);
        RandomFile source = await RandomFile.MakeAsync(rig.Temp, 1_200_000);
        StoreRequest request = rig.NewRequest();
        await rig.StoreAsync(request, source.Bytes);
        string header = rig.Temp.File("header");
        await File.WriteAllBytesAsync(header, source.Bytes[..50_000]);
        byte[] inline = [1, 2, 3, 4, 5];
        var rope = new Rope(
        [
            new Piece.Inline(inline),
            new Piece.Stored(request.File, 200_000, 400_000),
            new Piece.Local(header, 10_000, 30_000),
            new Piece.Stored(request.File, 1_199_000, 1_000),
        ]);
        byte[] expected =
        [
            .. inline, .. source.Bytes[200_000..600_000], .. source.Bytes[10_000..40_000], .. source.Bytes[1_199_000..],
        ];
        await using RopeStream stream = rig.Reader.Open(rope, new Patience(TimeProvider.System));
        var random = new Random(3);

        for (int i = 0; i < 50; i++)
        {
            int start = random.Next(expected.Length);
            byte[] bytes = new byte[random.Next(1, expected.Length - start + 1)];
            stream.Seek(start, SeekOrigin.Begin);
            await stream.ReadExactlyAsync(bytes);
            bytes.AsSpan().SequenceEqual(expected.AsSpan(start, bytes.Length)).ShouldBeTrue($"{bytes.Length} at {start}");
        }
    }

    [Fact]
    public async Task CopyToAsync_IntoAPipe_CopiesAsManyBytesAsAskedFor()
    {
        await using StorageRig rig = await StorageRig.StartAsync(bots: 2);
        RandomFile source = await RandomFile.MakeAsync(rig.Temp, 1_200_000);
        StoreRequest request = rig.NewRequest();
        await rig.StoreAsync(request, source.Bytes);
        await using RopeStream stream = rig.Reader.Open(
            new Rope([new Piece.Stored(request.File, 0, 1_200_000)]), new Patience(TimeProvider.System));
        using var body = new MemoryStream();
        PipeWriter writer = PipeWriter.Create(body);

        stream.Position = 100_000;
        await stream.CopyToAsync(writer, 900_000, CancellationToken.None);

        body.ToArray().AsSpan().SequenceEqual(source.Bytes.AsSpan(100_000, 900_000)).ShouldBeTrue();
    }
}
