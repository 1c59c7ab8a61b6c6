using System.Net.Sockets;
using System.Text;

namespace TelegramHls.Benchmarks.Measuring;

/// <summary>
/// Asks for an address over several connections at once and drops what comes. It uses plain sockets, so that little of the
/// machine goes to the asking side.
/// </summary>
internal static class Drain
{
    private const int BufferSize = 1024 * 1024;

    /// <summary>Megabytes of bodies in a second over all connections.</summary>
    public static async Task<double> MegabytesPerSecondAsync(Uri url, int connections)
    {
        long bytes = 0;
        double seconds = await Stopped.SecondsAsync(async () =>
        {
            IEnumerable<Task<long>> all = Enumerable.Range(0, connections).Select(_ => Task.Factory.StartNew(
                () => Body(url), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default));
            bytes = (await Task.WhenAll(all)).Sum();
        });
        return bytes / 1e6 / seconds;
    }

    /// <summary>Bytes of the body; the connection is used once.</summary>
    private static long Body(Uri url)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        socket.Connect(url.Host, url.Port);
        socket.Send(Encoding.ASCII.GetBytes($"GET {url.PathAndQuery} HTTP/1.1\r\nHost: {url.Authority}\r\nConnection: close\r\n\r\n"));
        byte[] buffer = new byte[BufferSize];
        int filled = 0;
        int head;
        while ((head = buffer.AsSpan(0, filled).IndexOf("\r\n\r\n"u8)) < 0)
        {
            int read = socket.Receive(buffer, filled, buffer.Length - filled, SocketFlags.None);
            filled += read > 0 ? read : throw new IOException("The answer ended in its head.");
        }

        string answer = Encoding.ASCII.GetString(buffer, 0, head);
        if (!answer.StartsWith("HTTP/1.1 200 ", StringComparison.Ordinal))
        {
            throw new IOException($"{url.AbsolutePath} was answered: {answer}");
        }

        long length = LengthIn(answer);
        long body = filled - head - 4;
        int count;
        while (body < length && (count = socket.Receive(buffer)) > 0)
        {
            body += count;
        }

        return body == length ? body : throw new IOException($"{body} of {length} bytes came.");
    }

    private static long LengthIn(string head) => long.Parse(head.Split("\r\n")
        .First(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase)).Split(':')[1]);
}
