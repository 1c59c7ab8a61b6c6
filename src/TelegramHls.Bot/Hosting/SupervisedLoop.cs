namespace TelegramHls.Bot.Hosting;

/// <summary>A background loop that outlives its faults: each is logged, and the loop begins again after a pause.</summary>
/// <param name="clock">Measures the pause.</param>
/// <param name="logger">Takes the faults.</param>
internal abstract class SupervisedLoop(TimeProvider clock, ILogger logger) : BackgroundService
{
    private static readonly TimeSpan PauseAfterFault = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    /// <summary>The last fault in words; null while the loop is well.</summary>
    public string? Fault { get; private set; }

    /// <summary>
    /// Ends a while after the loop is told to end, for what is on its way to Telegram: called back it may be there all the same, and
    /// the next start would do it again.
    /// </summary>
    protected CancellationToken Late { get; private set; }

    /// <summary>The loop; ends only when told to.</summary>
    protected abstract Task RunAsync(CancellationToken stoppingToken);

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var late = new CancellationTokenSource(Timeout.InfiniteTimeSpan, clock);
        using CancellationTokenRegistration stopping = stoppingToken.Register(() => late.CancelAfter(Grace));
        Late = late.Token;
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
