using Microsoft.Extensions.Hosting;

namespace TelegramHls.Sandbox;

/// <summary>Leaves signals to the program: the sandbox ends when it is disposed of, after those who use it.</summary>
internal sealed class NoSignals : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
