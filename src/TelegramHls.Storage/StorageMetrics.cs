using System.Diagnostics.Metrics;

namespace TelegramHls.Storage;

/// <summary>What an operator counts. Nothing in it names a file, a key or a token.</summary>
public static class StorageMetrics
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "TelegramHls.Storage";

    private static readonly Meter Meter = new(MeterName);

    internal static Counter<long> PartsStored { get; } = Meter.CreateCounter<long>("storage.parts_stored");

    internal static Counter<long> BytesStored { get; } = Meter.CreateCounter<long>("storage.bytes_stored", "By");

    internal static Counter<long> Throttles { get; } = Meter.CreateCounter<long>("storage.throttles");

    internal static Counter<long> LostAnswers { get; } = Meter.CreateCounter<long>("storage.lost_answers");

    internal static Counter<long> BytesDownloaded { get; } = Meter.CreateCounter<long>("storage.bytes_downloaded", "By");

    internal static Counter<long> IdsAcquired { get; } = Meter.CreateCounter<long>("storage.ids_acquired");

    internal static Counter<long> ReplicasMade { get; } = Meter.CreateCounter<long>("storage.replicas_made");

    // Asked for rather than told: readers of the cache are many and quick.
    private static long _hits;
    private static long _misses;

    static StorageMetrics()
    {
        Meter.CreateObservableCounter("cache.hits", () => Volatile.Read(ref _hits), null, "Reads whose bytes lay there already.");
        Meter.CreateObservableCounter("cache.misses", () => Volatile.Read(ref _misses), null, "Reads that had to wait for Telegram.");
    }

    /// <summary>How long a read waited for Telegram.</summary>
    internal static Histogram<double> CacheWait { get; } = Meter.CreateHistogram<double>(
        "cache.wait", "s", "How long reads waited for bytes that did not lie in the cache.");

    internal static void Hit() => Interlocked.Increment(ref _hits);

    internal static void Missed() => Interlocked.Increment(ref _misses);

    internal static Counter<long> WrongBlocks { get; } = Meter.CreateCounter<long>("storage.wrong_blocks");
}
