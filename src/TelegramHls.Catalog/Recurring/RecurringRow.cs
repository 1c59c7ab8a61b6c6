using TelegramHls.Core.Jobs;

namespace TelegramHls.Catalog.Recurring;

/// <summary>How a recurring job stands.</summary>
internal sealed class RecurringRow
{
    public required string Name { get; set; }

    public bool IsOn { get; set; }

    public DateTimeOffset? NextAt { get; set; }

    public DateTimeOffset? BegunAt { get; set; }

    /// <summary>Ticks of 100 ns.</summary>
    public long? Took { get; set; }

    public string? Result { get; set; }

    public string? Error { get; set; }

    public int Failures { get; set; }

    public void Take(RecurringRecord record)
    {
        IsOn = record.IsOn;
        NextAt = record.NextAt;
        BegunAt = record.BegunAt;
        Took = record.Took?.Ticks;
        Result = record.Result;
        Error = record.Error;
        Failures = record.Failures;
    }

    public RecurringRecord ToRecord() => new(
        Name, IsOn, NextAt, BegunAt, Took is { } ticks ? new TimeSpan(ticks) : null, Result, Error, Failures);
}
