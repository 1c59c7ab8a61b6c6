using TelegramHls.Core.Storing;
using TelegramHls.Storage.Parts;
using TelegramHls.Storage.Reading;
using TelegramHls.Storage.Tests.Kit;

namespace TelegramHls.Storage.Tests.Reading;

/// <summary>Reading parts that stand in two channels, when one of these is lost.</summary>
public sealed class ReplicaReadingTests
{
    [Fact]
    public async Task ReadAsync_WhenAChannelIsEmptiedUnderIt_GoesOnWithTheOtherReplicas()
    {
        await using StorageRig rig = await StartAsync();
        (StoreRequest request, RandomFile source) = await StoreAsync(rig);
        string path = rig.Temp.File("back");
        await using PartStream stream = await rig.Reader.OpenAsync(request.File, CancellationToken.None);
        await using FileStream file = File.Create(path);
        await CopyAsync(stream, file, 400_000);

        await rig.EmptyChannelAsync(0);
        await rig.Sandbox.Hook("expire", new { bot = rig.BotId(0) });
        await rig.Sandbox.Hook("expire", new { bot = rig.BotId(1) });
        await rig.Sandbox.Hook("purge", new { });
        await stream.CopyToAsync(file);

        await file.DisposeAsync();
        (await RandomFile.Sha256OfAsync(path)).ShouldBe(source.Sha256);
        (await rig.Sandbox.Calls(rig.BotId(0), "forwardmessage") + await rig.Sandbox.Calls(rig.BotId(1), "forwardmessage"))
            .ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task ReadAsync_WhenABotIsGoneAndItsChannelEmptied_ReadsWhatOthersHaveOfIt()
    {
        await using StorageRig rig = await StartAsync();
        (StoreRequest request, RandomFile source) = await StoreAsync(rig);
        (await rig.FileAsync(request.File)).Parts.ShouldContain(part => part.Replicas.All(way => way.BotId == rig.BotId(0)));
        await rig.EmptyChannelAsync(0);
        await rig.Sandbox.Hook("revoke", new { bot = rig.BotId(0) });
        await rig.RestartAsync();

        (await rig.Sha256Async(request.File)).ShouldBe(source.Sha256);
    }

    private static async Task<StorageRig> StartAsync()
    {
        StorageRig rig = await StorageRig.StartAsync(
            bots: 2, settings: [("Storage:Replicas", "2"), ("Cache:PrefetchSeconds", "0")]);
        await rig.OpenAllChannelsAsync();
        return rig;
    }

    private static async Task<(StoreRequest Request, RandomFile Source)> StoreAsync(StorageRig rig)
    {
        RandomFile source = await RandomFile.MakeAsync(rig.Temp, 2_000_000);
        StoreRequest request = rig.NewRequest();
        await rig.StoreAsync(request, source.Bytes);
        (await rig.Replicas.RunAsync(CancellationToken.None)).Missing.ShouldBe(0);
        return (request, source);
    }

    private static async Task CopyAsync(PartStream from, FileStream to, int count)
    {
        byte[] buffer = new byte[count];
        await from.ReadExactlyAsync(buffer);
        await to.WriteAsync(buffer);
    }
}
