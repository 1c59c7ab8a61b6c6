using System.Net;
using System.Threading.RateLimiting;

namespace TelegramHls.Bot.Access.SignIn;

/// <summary>
/// Bounds how many wrong links an address may try. A code has more than 128 bits and cannot be guessed; this keeps those who try from
/// filling the log. A right link works all the same, since behind a proxy everybody has one address.
/// </summary>
internal sealed class WrongLinks(ILogger<WrongLinks> logger) : IDisposable
{
    private const int AMinute = 20;

    private readonly PartitionedRateLimiter<IPAddress> _limiter = PartitionedRateLimiter.Create<IPAddress, IPAddress>(
        address => RateLimitPartition.GetFixedWindowLimiter(address, _ => new FixedWindowRateLimiterOptions
        {
            PermitLimit = AMinute,
            Window = TimeSpan.FromMinutes(1),
        }));

    /// <summary>Notes one; false once that address has tried too many.</summary>
    public bool TryNote(IPAddress? from, SignInLinkState state)
    {
        IPAddress address = from ?? IPAddress.None;
        using RateLimitLease lease = _limiter.AttemptAcquire(address);
        if (lease.IsAcquired)
        {
            Log.WrongLink(logger, state, address);
        }

        return lease.IsAcquired;
    }

    public void Dispose() => _limiter.Dispose();
}
