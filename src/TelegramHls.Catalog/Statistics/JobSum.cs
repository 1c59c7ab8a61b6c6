namespace TelegramHls.Catalog.Statistics;

/// <summary>What jobs did in a span of time.</summary>
/// <param name="At">Where it begins, UTC.</param>
/// <param name="Succeeded">Jobs that ended well.</param>
/// <param name="Failed">Jobs that were given up.</param>
/// <param name="Cancelled">Jobs that a person stopped.</param>
/// <param name="Retried">Attempts that failed and were followed by another.</param>
/// <param name="Bytes">Bytes that their steps moved.</param>
/// <param name="Took">How long their steps ran, added up.</param>
public sealed record JobSum(
    DateTimeOffset At, int Succeeded, int Failed, int Cancelled, int Retried, long Bytes, TimeSpan Took);
