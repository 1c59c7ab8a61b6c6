using System.Globalization;
using TelegramHls.Bot.Hosting;

namespace TelegramHls.Bot.Health;

/// <summary>
/// A file that is there while the program runs: whoever finds it at a start knows that the last run ended without a proper stop. Its
/// time of change is the program's heartbeat.
/// </summary>
internal sealed class RunMark(DataDirectory directory, TimeProvider clock, ILogger<RunMark> logger) : SupervisedLoop(clock, logger)
{
    private static readonly TimeSpan BetweenBeats = TimeSpan.FromSeconds(15);

    private readonly TimeProvider _clock = clock;

    /// <summary>When the program started.</summary>
    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>The last sign of life of a run that was cut off; null when the last one was stopped properly, or there was none.</summary>
    public DateTimeOffset? CutOffAt { get; private set; }

    /// <summary>The last sign of life of this run.</summary>
    public DateTimeOffset BeatAt { get; private set; }

    private string FilePath => Path.Combine(directory.Root, "running");

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        StartedAt = BeatAt = _clock.GetUtcNow();
        CutOffAt = File.Exists(FilePath) ? new DateTimeOffset(File.GetLastWriteTimeUtc(FilePath), TimeSpan.Zero) : null;
        await File.WriteAllTextAsync(FilePath, StartedAt.ToString("O", CultureInfo.InvariantCulture), cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        File.Delete(FilePath);
    }

    protected override async Task RunAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            BeatAt = _clock.GetUtcNow();
            File.SetLastWriteTimeUtc(FilePath, BeatAt.UtcDateTime);
            await Task.Delay(BetweenBeats, _clock, stoppingToken);
        }
    }
}
