using System.Net;
using System.Net.Sockets;
using TelegramHls.Bot.Cli.Reports;
using TelegramHls.Bot.Hosting;

namespace TelegramHls.Bot.Cli.Config.Checks;

/// <summary>The ports can be listened on, unless a server of ours does it already.</summary>
internal sealed class PortsCheck(Setup setup) : ICheck
{
    public Task<IReadOnlyList<Finding>> LookAsync(CancellationToken cancellationToken)
    {
        if (DataDirectory.IsInUse(setup.DataRoot))
        {
            return Task.FromResult<IReadOnlyList<Finding>>(
                [Finding.Ok("Server:Urls", $"a telegramhls runs on {setup.DataRoot} and has its ports")]);
        }

        IEnumerable<(string Key, string Url)> wanted = setup.Urls.Split(';').Select(url => ("Server:Urls", url.Trim()));
        if (setup.IsSandbox)
        {
            wanted = wanted.Append(("Sandbox:Urls", setup.Configuration["Sandbox:Urls"] ?? ServeSandbox.DefaultUrl));
        }

        return Task.FromResult<IReadOnlyList<Finding>>([.. wanted.Select(each => Try(each.Key, each.Url))]);
    }

    private static Finding Try(string key, string url)
    {
        try
        {
            BindingAddress address = BindingAddress.Parse(url);
            if (address.IsUnixPipe || address.IsNamedPipe)
            {
                return Finding.Skipped(key, $"{url} is no port");
            }

            Listen(address);
            return Finding.Ok(key, $"{url} is free");
        }
        catch (FormatException)
        {
            return Finding.Error(key, $"'{url}' is no address to listen on", "set it, for example to http://*:8080");
        }
        catch (SocketException error)
        {
            return Finding.Error(key, $"{url} cannot be listened on: {error.Message}", "stop what listens there, or set another port");
        }
    }

    private static void Listen(BindingAddress address)
    {
        IPAddress ip = address.Host switch
        {
            "localhost" => IPAddress.Loopback,
            var host => IPAddress.TryParse(host.Trim('[', ']'), out IPAddress? parsed) ? parsed : IPAddress.Any,
        };
        using var listener = new TcpListener(ip, address.Port);
        listener.Start();
    }
}
