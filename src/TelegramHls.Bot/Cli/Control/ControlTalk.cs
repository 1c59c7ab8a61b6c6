using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using TelegramHls.Bot.Cli.Reports;

namespace TelegramHls.Bot.Cli.Control;

/// <summary>One connection over the local socket: a line of JSON for each message.</summary>
/// <param name="socket">Connected; this talk's own.</param>
internal sealed class ControlTalk(Socket socket) : IDisposable
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly NetworkStream _stream = new(socket, ownsSocket: true);
    private readonly SemaphoreSlim _turn = new(1);
    private StreamReader? _reader;

    /// <summary>Sends a message; several may be on their way at once.</summary>
    public async Task WriteAsync(object message, CancellationToken cancellationToken)
    {
        byte[] line = Utf8.GetBytes(JsonText.Line(message) + '\n');
        await _turn.WaitAsync(cancellationToken);
        try
        {
            await _stream.WriteAsync(line, cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>The next message; null when the other side has ended.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    public async Task<TMessage?> ReadAsync<TMessage>(CancellationToken cancellationToken)
        where TMessage : class
    {
        _reader ??= new StreamReader(_stream, Utf8);
        return await _reader.ReadLineAsync(cancellationToken) is { } line ? JsonText.Read<TMessage>(line) : null;
    }

    public void Dispose()
    {
        _reader?.Dispose();
        _stream.Dispose();
        _turn.Dispose();
    }
}
