using TelegramHls.Core.Storing;
using TelegramHls.Storage.Cache;
using TelegramHls.Storage.Parts;
using TelegramHls.Storage.Reading;
using TelegramHls.Storage.Tests.Kit;

namespace TelegramHls.Storage.Tests.Reading;

/// <summary>Reading parts whose sender cannot give them now.</summary>
public sealed class OtherWaysTests
{
    [Fact]
    public async Task ReadAsync_WhenTheSenderIsRevoked_ReadsThroughAnotherMember()
    {
        await using StorageRig rig = await StorageRig.StartAsync(bots: 2);
        await rig.Sandbox.Hook("members", new { chat_id = rig.Channel(0), user_id = rig.BotId(1) });
        RandomFile source = await RandomFile.MakeAsync(rig.Temp, 1_000_000);
        StoreRequest request = rig.NewRequest();
        await rig.StoreAsync(request, source.Bytes);
        int before = (await rig.DocumentsAsync()).Count;
        await rig.Sandbox.Hook("revoke", new { bot = rig.BotId(0) });
        await rig.RestartAsync();
        await rig.CheckPoolAsync();

        (await rig.Sha256Async(request.File)).ShouldBe(source.Sha256);

        (await rig.FileAsync(request.File)).Parts.ShouldAllBe(part => part.Replicas.Any(way => way.BotId == rig.BotId(1)));
        (await rig.DocumentsAsync()).Count.ShouldBe(before);
    }

    [Theory]
    [InlineData("getFile")]
    [InlineData("file")]
    public async Task ReadAsync_WhenTheSenderIsThrottled_AsksItOnceAndReadsThroughAnotherMember(string method)
    {
        await using StorageRig rig = await StartAsync();
        (StoreRequest request, RandomFile source) = await StoreAsync(rig);
        int ofTheFirst = (await rig.FileAsync(request.File)).Parts.Count(part => IsHeldBy(part, rig.BotId(0)));
        await rig.Sandbox.Weather(new { effect = "flood", bot = rig.BotId(0), method, retry_after = 300 });

        (await rig.Sha256Async(request.File)).ShouldBe(source.Sha256);

        ofTheFirst.ShouldBeGreaterThan(1);
        (await rig.Sandbox.Calls(rig.BotId(0), method.ToLowerInvariant())).ShouldBe(1);
        (await rig.Sandbox.Calls(rig.BotId(1), "forwardmessage")).ShouldBe(ofTheFirst);
    }

    [Fact]
    public async Task ReadAsync_WithIdsThatWereAcquiredBefore_AcquiresNone()
    {
        await using StorageRig rig = await StartAsync();
        (StoreRequest request, RandomFile source) = await StoreAsync(rig);
        await rig.Sandbox.Weather(new { effect = "flood", bot = rig.BotId(0), method = "getFile", retry_after = 300 });
        await rig.Sha256Async(request.File);
        long forwards = await rig.Sandbox.Calls(rig.BotId(1), "forwardmessage");
        await rig.RestartAsync();

        (await rig.Sha256Async(request.File)).ShouldBe(source.Sha256);

        (await rig.Sandbox.Calls(rig.BotId(1), "forwardmessage")).ShouldBe(forwards);
    }

    [Fact]
    public async Task ReadAsync_WhenTheIdsOfTheSenderExpired_ReadsByNewOnes()
    {
        await using StorageRig rig = await StartAsync();
        (StoreRequest request, RandomFile source) = await StoreAsync(rig);
        await rig.Sandbox.Hook("expire", new { bot = rig.BotId(0) });

        (await rig.Sha256Async(request.File)).ShouldBe(source.Sha256);
    }

    [Fact]
    public async Task ReadAsync_WhenTheServerForgetsWhereAFileIs_AsksAgain()
    {
        await using StorageRig rig = await StorageRig.StartAsync(bots: 1, settings: ("Cache:PrefetchSeconds", "0"));
        RandomFile source = await RandomFile.MakeAsync(rig.Temp, 1_000_000);
        StoreRequest request = rig.NewRequest(partSize: 1_000_000);
        await rig.StoreAsync(request, source.Bytes);
        StoredFile file = await rig.FileAsync(request.File);
        StoredPart part = file.Parts.MaxBy(part => part.Length)!;
        var tried = new WaysTried();
        await using (await rig.Source.OpenAsync(file.Id, part, tried, Task.CompletedTask, 0, CancellationToken.None))
        {
        }

        await rig.Sandbox.Hook("purge", new { });
        long asked = await rig.Sandbox.Calls(rig.BotId(0), "getfile");
        await using OpenedPart opened =
            await rig.Source.OpenAsync(file.Id, part, tried, Task.CompletedTask, 0, CancellationToken.None);

        byte[] bytes = new byte[part.Length];
        await opened.Bytes.ReadExactlyAsync(bytes);
        bytes.AsSpan().SequenceEqual(source.Bytes.AsSpan((int)part.Offset, part.Length)).ShouldBeTrue();
        (await rig.Sandbox.Calls(rig.BotId(0), "getfile")).ShouldBe(asked + 1);
    }

    [Fact]
    public async Task ReadAsync_WhenTheSendersBytesAreAlwaysWrong_ReadsThroughAnotherMember()
    {
        await using StorageRig rig = await StartAsync();
        (StoreRequest request, RandomFile source) = await StoreAsync(rig);
        await rig.Sandbox.Weather(new { effect = "corrupt", bot = rig.BotId(0), method = "file", after_bytes = 1000 });

        (await rig.Sha256Async(request.File)).ShouldBe(source.Sha256);
    }

    [Fact]
    public async Task ReadAsync_WhenEveryBotHasToWait_SaysForHowLong()
    {
        await using StorageRig rig = await StorageRig.StartAsync(bots: 1);
        (StoreRequest request, _) = await StoreAsync(rig);
        await rig.Sandbox.Weather(new { effect = "flood", method = "getFile", retry_after = 90 });
        await rig.Sandbox.Weather(new { effect = "flood", method = "forwardMessage", retry_after = 90 });
        await using PartStream stream = await rig.Reader.OpenAsync(request.File, CancellationToken.None);

        var refusal = await Should.ThrowAsync<PartUnavailableException>(
            () => stream.ReadExactlyAsync(new byte[10]).AsTask());

        refusal.RetryAfter.ShouldNotBeNull().ShouldBeInRange(TimeSpan.FromSeconds(80), TimeSpan.FromSeconds(90));
    }

    /// <summary>Two bots, each an administrator in both channels.</summary>
    private static async Task<StorageRig> StartAsync()
    {
        StorageRig rig = await StorageRig.StartAsync(bots: 2, settings: ("Cache:PrefetchSeconds", "0"));
        await rig.Sandbox.Hook("members", new { chat_id = rig.Channel(0), user_id = rig.BotId(1) });
        await rig.Sandbox.Hook("members", new { chat_id = rig.Channel(1), user_id = rig.BotId(0) });
        return rig;
    }

    private static async Task<(StoreRequest Request, RandomFile Source)> StoreAsync(StorageRig rig)
    {
        RandomFile source = await RandomFile.MakeAsync(rig.Temp, 1_000_000);
        StoreRequest request = rig.NewRequest();
        await rig.StoreAsync(request, source.Bytes);
        return (request, source);
    }

    private static bool IsHeldBy(StoredPart part, long bot) => part.Replicas.Any(replica => replica.BotId == bot);
}
