using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace TelegramHls.Jobs.Running;

/// <summary>As many as jobs may run at once: each takes the next job, makes an attempt at it, and waits for the bell when there is none.</summary>
internal sealed class Workers(
    JobChooser chooser,
    JobRunner runner,
    Lanes lanes,
    Bell bell,
    TimeProvider clock,
    IOptions<JobsOptions> options,
    ILogger<Workers> logger)
{
    // The ledger itself failed (disk full, database locked): the job is untouched and is looked at again later.
    private static readonly TimeSpan LookAgainAfter = TimeSpan.FromSeconds(30);

    /// <summary>Works until it is told to stop, and returns when no attempt runs any more.</summary>
    public Task RunAsync(CancellationToken stopping) =>
        Task.WhenAll(Enumerable.Range(0, options.Value.Parallel).Select(_ => WorkAsync(stopping)));

    private async Task WorkAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            Task rung = bell.Next;
            try
            {
                if (await chooser.TakeAsync(stopping) is { } run)
                    await RunAsync(run);
                else
                    await rung.WaitAsync(stopping);
            }
            catch (Exception) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception cause)
            {
                Log.LookFailed(logger, cause);
                await PauseAsync(stopping);
            }
        }
    }

    private async Task RunAsync(Run run)
    {
        using (run)
        {
            try
            {
                await runner.RunAsync(run);
            }
            catch (Exception cause)
            {
                // Kept in hand meanwhile: else it would be taken again at once.
                Log.LedgerFailed(logger, cause, run.Job);
                await PauseAsync(run.Token);
            }

            lanes.TryMove(run.Job, lane: null);
        }

        bell.Ring();
    }

    private async Task PauseAsync(CancellationToken cancellationToken) =>
        await Task.Delay(LookAgainAfter, clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
