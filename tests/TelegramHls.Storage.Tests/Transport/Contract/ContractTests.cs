using TelegramHls.Core.Outcomes;
using TelegramHls.Core.Storing;
using TelegramHls.Storage.Tests.Kit;
using TelegramHls.Storage.Transport;

namespace TelegramHls.Storage.Tests.Transport.Contract;

/// <summary>The contract at the server that the environment names.</summary>
public sealed class LiveContractTests(LiveServer server) : TransportContract(server), IClassFixture<LiveServer>;

/// <summary>The contract at the sandbox, and what only its hooks bring about.</summary>
public abstract class SandboxContract : TransportContract
{
    private protected SandboxContract(SandboxPlace server)
        : base(server) => Rig = server.Rig;

    private protected StorageRig Rig { get; }

    [Fact]
    public async Task Send_WhenToldToWait_SaysUntilWhen()
    {
        await Rig.Sandbox.Weather(new { effect = "flood", bot = Place.A.BotId, method = "sendDocument", count = 1, retry_after = 40 });

        StoreOutcome outcome = await TrySendAsync([1, 2, 3], NewName());

        outcome.ShouldBeOfType<StoreOutcome.Throttled>().Until
            .ShouldBe(TimeProvider.System.GetUtcNow().AddSeconds(40), TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task Delete_WhenOneIsTooOld_IsRefusedForAllAndEmptyingIsNot()
    {
        Replica old = await SendAsync();
        await Rig.Sandbox.MoveClock(TimeSpan.FromHours(49));
        Replica young = await SendAsync();

        (await DeleteAsync(old.MessageId, young.MessageId)).ShouldBeOfType<StoreOutcome.Rejected>()
            .Fault.ShouldBe(RejectionFault.Request);
        (await EmptyAsync(old.MessageId)).ShouldBeNull();

        (await LookAsync(young.MessageId)).File.ShouldNotBeNull().FileSize!.Value.ShouldBeGreaterThan(1);
        (await LookAsync(old.MessageId)).File.ShouldNotBeNull().FileSize.ShouldBe(1);
    }

    [Fact]
    public async Task Read_AfterTheServerPurgedItsFiles_GivesTheSameBytes()
    {
        byte[] bytes = [1, 2, 3, 4];
        Replica replica = await SendAsync(bytes);
        await ReadAsync(replica.FileId);
        await Rig.Sandbox.Hook("purge", new { });

        (await ReadAsync(replica.FileId)).Bytes.ShouldBe(bytes);
    }
}

/// <summary>The contract at a sandbox that acts like Telegram's cloud server.</summary>
public sealed class CloudContractTests(CloudSandbox server) : SandboxContract(server), IClassFixture<CloudSandbox>
{
    [Fact]
    public async Task Read_WhereRangeIsIgnored_SkipsToTheWantedByte()
    {
        Replica replica = await SendAsync([1, 2, 3, 4]);
        await Rig.Sandbox.Weather(new { effect = "noRange", bot = Place.A.BotId, count = 1 });

        (await ReadAsync(replica.FileId, offset: 2)).Bytes.ShouldBe([3, 4]);
    }
}

/// <summary>The contract at a sandbox that acts like a server with <c>--local</c>.</summary>
public sealed class LocalContractTests(LocalSandbox server) : SandboxContract(server), IClassFixture<LocalSandbox>
{
    [Fact]
    public async Task Read_WhileTheServerPurges_GoesOnInTheOpenedFile()
    {
        byte[] bytes = [1, 2, 3, 4];
        Replica replica = await SendAsync(bytes);
        await using OpenedFile opened = await FileSource.OpenAsync(Place.A, replica.FileId, 0, CancellationToken.None);

        await Rig.Sandbox.Hook("purge", new { });

        byte[] read = new byte[4];
        await opened.Bytes.ReadExactlyAsync(read);
        read.ShouldBe(bytes);
    }
}
