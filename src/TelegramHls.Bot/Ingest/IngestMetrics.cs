using System.Diagnostics.Metrics;

namespace TelegramHls.Bot.Ingest;

/// <summary>What an operator counts of how films come in.</summary>
internal static class IngestMetrics
{
    private static readonly Meter Meter = new("TelegramHls.Bot.Ingest");

    /// <summary>Bytes of sources that came in.</summary>
    public static Counter<long> SourceBytes { get; } = Meter.CreateCounter<long>("ingest.source", "By", "Bytes of sources that came in.");

    /// <summary>Streams that were packaged, by what made their picture.</summary>
    public static Counter<long> Packagings { get; } = Meter.CreateCounter<long>(
        "packaging.streams", null, "Streams that were packaged, by what made their picture: an encoder, copy or none.");

    /// <summary>Films that began anew because hardware failed, by what they went on with.</summary>
    public static Counter<long> HardwareFallbacks { get; } = Meter.CreateCounter<long>(
        "packaging.hardware_fallbacks", null, "Films that began anew because hardware failed.");
}
