using Microsoft.Extensions.Options;
using TelegramHls.Storage.Pool;
using TelegramHls.Storage.Transport;

namespace TelegramHls.Storage.Tests.Transport.Contract;

/// <summary>The live server that the environment names, with two bots that are administrators in two channels.</summary>
public sealed class LiveServer : IContractServer, IDisposable
{
    private static readonly string[] Needed =
        ["THLS_LIVE_API_URL", "THLS_LIVE_TOKEN_A", "THLS_LIVE_TOKEN_B", "THLS_LIVE_CHAT_A", "THLS_LIVE_CHAT_B"];

    private ContractPlace? _place;

    /// <summary>Why it cannot be asked; null when it can.</summary>
    public static string? Missing =>
        Needed.FirstOrDefault(name => string.IsNullOrEmpty(Read(name))) is { } name ? $"No live server: {name} is not set." : null;

    ContractPlace IContractServer.Place => _place ??= Open();

    public void Dispose() => _place?.Connections.Dispose();

    private static ContractPlace Open()
    {
        bool isLocal = Read("THLS_LIVE_LOCAL") is "true" or "1";
        var options = Options.Create(new TelegramOptions { ApiUrl = Read(Needed[0])!, Local = isLocal });
        var connections = new BotConnections(options);
        return new ContractPlace(
            connections,
            connections.Open(Read(Needed[1])!),
            connections.Open(Read(Needed[2])!),
            long.Parse(Read(Needed[3])!),
            long.Parse(Read(Needed[4])!),
            isLocal);
    }

    private static string? Read(string name) => Environment.GetEnvironmentVariable(name);
}
