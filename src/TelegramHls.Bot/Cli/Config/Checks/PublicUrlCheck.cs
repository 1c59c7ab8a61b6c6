using System.Net;
using TelegramHls.Bot.Cli.Reports;
using TelegramHls.Bot.Hosting;

namespace TelegramHls.Bot.Cli.Config.Checks;

/// <summary>The address that links begin with is known, others can reach it, and Telegram takes it on buttons.</summary>
internal sealed class PublicUrlCheck(Setup setup) : ICheck
{
    private const string Key = "Server:PublicUrl";

    public Task<IReadOnlyList<Finding>> LookAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Finding>>(Look() is { } finding ? [finding] : []);

    private Finding? Look()
    {
        var server = new ServerOptions { PublicUrl = setup.Configuration[Key] };
        string address;
        try
        {
            address = PublicUrl.Of(server, setup.Urls).Value;
        }
        catch (SettingsException error)
        {
            // What is wrong with the listening address, the check of the ports tells.
            return error.Message.StartsWith("Server:Urls", StringComparison.Ordinal) ? null : Finding.Error(Key, error.Message, error.Remedy);
        }

        string host = new Uri(address).Host;
        string origin = string.IsNullOrWhiteSpace(server.PublicUrl) ? $"found by itself, from {setup.Urls}" : "as set";
        bool loopback = host == "localhost" || (IPAddress.TryParse(host.Trim('[', ']'), out IPAddress? ip) && IPAddress.IsLoopback(ip));
        if (!host.Contains('.', StringComparison.Ordinal) && !host.Contains(':', StringComparison.Ordinal))
        {
            return Finding.Warning(
                Key,
                $"links begin with {address} ({origin}); Telegram refuses buttons with a host without a dot, so the links stand in the text",
                "set it to an IP address or a name with a dot, for example http://192.168.1.20:8080");
        }

        return loopback && !setup.IsSandbox
            ? Finding.Warning(
                Key,
                $"links begin with {address} ({origin}), which only this machine can open",
                "set it to the address under which players reach this machine, for example http://192.168.1.20:8080")
            : Finding.Ok(Key, $"links begin with {address} ({origin})");
    }
}
