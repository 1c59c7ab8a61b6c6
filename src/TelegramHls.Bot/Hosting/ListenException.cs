using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;

namespace TelegramHls.Bot.Hosting;

/// <summary>An address of ours cannot be listened on.</summary>
/// <param name="setting">The setting that names another, in the form of an environment variable.</param>
/// <param name="error">What the system said.</param>
public sealed class ListenException(string setting, Exception error) : Exception(error.Message, error)
{
    /// <summary>The setting that names another address.</summary>
    public string Setting { get; } = setting;

    /// <summary>Starts a server and tells its failures to listen from all others.</summary>
    /// <exception cref="ListenException">The address is taken, not allowed or not ours.</exception>
    internal static async Task<T> ForAsync<T>(string setting, Func<Task<T>> start)
    {
        try
        {
            return await start();
        }
        catch (Exception error) when (error is SocketException or IOException { InnerException: AddressInUseException })
        {
            throw new ListenException(setting, error);
        }
    }
}
