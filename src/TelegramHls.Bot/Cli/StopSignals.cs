using System.Runtime.InteropServices;

namespace TelegramHls.Bot.Cli;

/// <summary>
/// The signals that end the program, taken from its first moment on: a host looks for them only once it has started, and each of
/// several hosts in a process would end for itself. The second one ends the program at once.
/// </summary>
internal sealed class StopSignals : IHostLifetime, IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly PosixSignalRegistration[] _registrations;

    public StopSignals()
    {
        _registrations = [.. new[] { PosixSignal.SIGINT, PosixSignal.SIGQUIT, PosixSignal.SIGTERM }
            .Select(signal => PosixSignalRegistration.Create(signal, Take))];
    }

    /// <summary>Cancelled when the program is to end.</summary>
    public CancellationToken Token => _stop.Token;

    /// <inheritdoc />
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (PosixSignalRegistration registration in _registrations)
        {
            registration.Dispose();
        }

        _stop.Dispose();
    }

    private void Take(PosixSignalContext context)
    {
        if (!_stop.IsCancellationRequested)
        {
            context.Cancel = true;
            _stop.Cancel();
        }
    }
}
