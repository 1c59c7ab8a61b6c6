namespace TelegramHls.Catalog.Statistics;

/// <summary>What jobs did in an hour, or in a day that is long ago.</summary>
internal sealed class JobSumRow
{
    /// <summary>Where the hour or the day begins, UTC.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>The step; empty for what concerns whole jobs.</summary>
    public required string Step { get; set; }

    public int Succeeded { get; set; }

    public int Failed { get; set; }

    public int Cancelled { get; set; }

    /// <summary>Attempts that failed and were followed by another.</summary>
    public int Retried { get; set; }

    /// <summary>How often the step ended well.</summary>
    public int Runs { get; set; }

    public long Bytes { get; set; }

    // Ticks: spans are not summed by the database.
    public long Took { get; set; }
}
