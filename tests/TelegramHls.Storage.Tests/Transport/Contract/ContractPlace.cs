using TelegramHls.Storage.Transport;

namespace TelegramHls.Storage.Tests.Transport.Contract;

/// <summary>A Bot API server with two bots, both administrators with all rights in both channels.</summary>
internal sealed record ContractPlace(
    BotConnections Connections, BotConnection A, BotConnection B, long ChatA, long ChatB, bool IsLocal);

/// <summary>Has a place.</summary>
internal interface IContractServer
{
    ContractPlace Place { get; }
}
