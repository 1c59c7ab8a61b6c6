using System.Net;
using System.Net.Sockets;

namespace TelegramHls.Bot.Playback.Viewers;

/// <summary>Addresses as they are shown: their network alone.</summary>
internal static class ShortAddress
{
    /// <summary><c>192.0.2.…</c>, <c>2001:db8:1:…</c>, <c>this machine</c>, <c>unknown</c>.</summary>
    public static string Of(IPAddress? address)
    {
        if (address is null)
        {
            return "unknown";
        }

        IPAddress plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        if (IPAddress.IsLoopback(plain))
        {
            return "this machine";
        }

        byte[] bytes = plain.GetAddressBytes();
        return plain.AddressFamily == AddressFamily.InterNetwork
            ? $"{bytes[0]}.{bytes[1]}.{bytes[2]}.…"
            : string.Concat(Enumerable.Range(0, 3).Select(i => $"{(bytes[2 * i] << 8) | bytes[(2 * i) + 1]:x}:")) + "…";
    }
}
