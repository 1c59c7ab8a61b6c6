using TelegramHls.Storage.Tests.Kit;

namespace TelegramHls.Storage.Tests.Transport.Contract;

/// <summary>A sandbox that all facts of a class share.</summary>
public abstract class SandboxPlace(bool isLocal) : IContractServer, IAsyncLifetime
{
    internal StorageRig Rig { get; private set; } = null!;

    ContractPlace IContractServer.Place => new(
        Rig.Connections,
        Rig.Connections.Open(Rig.Token(0)),
        Rig.Connections.Open(Rig.Token(1)),
        Rig.Channel(0),
        Rig.Channel(1),
        isLocal);

    public async Task InitializeAsync()
    {
        Rig = await StorageRig.StartAsync(bots: 2, local: isLocal);
        await Rig.OpenAllChannelsAsync();
    }

    public async Task DisposeAsync() => await Rig.DisposeAsync();
}

/// <summary>As Telegram's cloud server.</summary>
public sealed class CloudSandbox() : SandboxPlace(isLocal: false);

/// <summary>As a server that runs with <c>--local</c>.</summary>
public sealed class LocalSandbox() : SandboxPlace(isLocal: true);
