namespace TelegramHls.Bot.Hosting;

/// <summary>A background loop that outlives its faults: each is logged, and the loop begins again after a pause.</summary>
/// <param name="clock">Measures the pause.</param>
/// <param name="logger">Takes the faults.</param>
internal abstract class SupervisedLoop(TimeProvider clock, ILogger logger) : BackgroundService
{
    private static readonly TimeSpan PauseAfterFault = TimeSpan.FromSeconds(5);

    /// <summary>The last fault in words; null while the loop is well.</summary>
    public string? Fault { get; private set; }

    /// <summary>The loop; ends only when told to.</summary>
    protected abstract Task RunAsync(CancellationToken stoppingToken);

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await RunAsync(stoppingToken);
                Fault = null;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error)
            {
                Fault = error.Message;
                Log.LoopFailed(logger, error, GetType().Name);
                await Task.Delay(PauseAfterFault, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
