using Microsoft.Extensions.Options;

namespace TelegramHls.Jobs.Running;

/// <summary>How long to wait after a failed attempt.</summary>
internal sealed class Backoff(IOptions<JobsOptions> options)
{
    // Spreads jobs that failed together (Telegram was away) over a while, without changing the order of magnitude.
    private const double Jitter = 0.2;

    /// <summary>Doubles with each failure, up to the longest pause, give or take a fifth.</summary>
    /// <param name="failures">Failed attempts since the last progress, 1 or more.</param>
    public TimeSpan After(int failures)
    {
        JobsOptions jobs = options.Value;
        double plain = jobs.FirstPause.TotalSeconds * Math.Pow(2, Math.Clamp(failures - 1, 0, 30));
        double pause = Math.Min(plain, jobs.MaxPause.TotalSeconds);
#pragma warning disable CA5394 // Not a secret.
        return TimeSpan.FromSeconds(pause * (1 - Jitter + (2 * Jitter * Random.Shared.NextDouble())));
#pragma warning restore CA5394
    }
}
