using System.Net.Sockets;
using TelegramHls.Bot.Cli.Control;
using TelegramHls.Bot.Cli.Reports;

namespace TelegramHls.Bot.Cli.Errands;

/// <summary>Errands in the running server, one connection each.</summary>
/// <param name="door">The server's socket.</param>
internal sealed class ServerPlace(ControlSocket door) : IErrandPlace
{
    public bool IsAlone => false;

    /// <summary>True when somebody listens there.</summary>
    public async Task<bool> IsOpenAsync(CancellationToken cancellationToken)
    {
        try
        {
            using Socket socket = await door.ConnectAsync(cancellationToken);
            return true;
        }
        catch (SocketException error) when (error.SocketErrorCode is SocketError.ConnectionRefused or SocketError.AddressNotAvailable)
        {
            return false;
        }
        catch (SocketException error) when (error.SocketErrorCode == SocketError.AccessDenied)
        {
            throw ErrandException.Of(
                "the server cannot be asked", $"Its socket {door.Path} is for its own user alone.", "run this as that user, as with sudo -u");
        }
    }

    public async Task<TResult> RunAsync<TResult>(
        string errand, object order, IProgress<ErrandNote> notes, CancellationToken cancellationToken)
    {
        using var talk = new ControlTalk(await door.ConnectAsync(cancellationToken));
        try
        {
            await talk.WriteAsync(new ControlRequest(errand, JsonText.Element(order)), cancellationToken);
            while (await talk.ReadAsync<ControlMessage>(cancellationToken) is { } message)
            {
                if (message.Note is { } note)
                {
                    notes.Report(note);
                }
                else if (message.Fault is { } fault)
                {
                    throw new ErrandException(fault);
                }
                else
                {
                    return JsonText.Read<TResult>(message.Result!.Value)!;
                }
            }
        }
        catch (IOException)
        {
            // Told below: a server that ends may do so in the middle of a line.
        }

        throw ErrandException.Of(
            "the server ended before it answered", "It was stopped or has failed.", "start it again, then repeat this; what was begun goes on by itself");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
