using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Hosting;

namespace TelegramHls.Media.Encoders.Hardware;

/// <summary>Begins the trials with the program, in the background: the first film that is encoded waits for them, nothing else.</summary>
[SuppressMessage("Performance", "CA1812", Justification = "Made by the host.")]
internal sealed class HardwareStart(IHardwareChoice hardware) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => hardware.LookAsync(stoppingToken);
}
