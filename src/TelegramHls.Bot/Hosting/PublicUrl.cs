using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace TelegramHls.Bot.Hosting;

/// <summary>The prefix of every link that the bot sends.</summary>
/// <param name="Value">Absolute http or https address without a trailing slash.</param>
public sealed record PublicUrl(string Value)
{
    /// <summary>Takes <c>Server:PublicUrl</c>, else derives it from the first listening address.</summary>
    /// <exception cref="SettingsException">The setting is no http address, or none can be derived.</exception>
    public static PublicUrl Of(ServerOptions server, string listening)
    {
        if (!string.IsNullOrWhiteSpace(server.PublicUrl))
        {
            return Uri.TryCreate(server.PublicUrl, UriKind.Absolute, out Uri? given) && given.Scheme is "http" or "https"
                ? new PublicUrl(server.PublicUrl.TrimEnd('/'))
                : throw new SettingsException(
                    $"Server:PublicUrl is '{server.PublicUrl}', which is no http or https address.",
                    "set Server__PublicUrl, for example https://films.example.org");
        }

        BindingAddress address = Parse(listening.Split(';')[0].Trim());
        bool wildcard = address.Host is "*" or "+" or "0.0.0.0" or "[::]" or "::";
        string host = wildcard ? LanAddress() : address.Host;
        return new PublicUrl($"{address.Scheme}://{host}:{address.Port}");
    }

    /// <summary>The address under <see cref="Value"/>; <paramref name="path"/> begins with a slash.</summary>
    public string To(string path) => Value + path;

    private static BindingAddress Parse(string address)
    {
        try
        {
            return BindingAddress.Parse(address);
        }
        catch (FormatException)
        {
            throw new SettingsException(
                $"Server:Urls is '{address}', which is no address to listen on.",
                "set Server__Urls, for example http://*:8080");
        }
    }

    private static string LanAddress()
    {
        if (string.Equals(Environment.GetEnvironmentVariable("DOTNET_RUNNING_IN_CONTAINER"), "true", StringComparison.OrdinalIgnoreCase))
        {
            throw new SettingsException(
                "Inside a container the address under which others reach this program cannot be found.",
                "set Server__PublicUrl, for example http://192.168.1.20:8080");
        }

        // The interface with a gateway is the one that other machines of the network see.
        UnicastIPAddressInformation? found = NetworkInterface.GetAllNetworkInterfaces()
            .Where(card => card.OperationalStatus == OperationalStatus.Up
                && card.NetworkInterfaceType != NetworkInterfaceType.Loopback)
            .OrderByDescending(card => card.GetIPProperties().GatewayAddresses.Count > 0)
            .SelectMany(card => card.GetIPProperties().UnicastAddresses)
            .FirstOrDefault(unicast => unicast.Address.AddressFamily == AddressFamily.InterNetwork);
        return (found?.Address ?? IPAddress.Loopback).ToString();
    }
}
