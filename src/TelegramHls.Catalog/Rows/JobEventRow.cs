using TelegramHls.Core.Ids;
using TelegramHls.Core.Jobs;

namespace TelegramHls.Catalog.Rows;

/// <summary>No foreign key to the job: history outlives it.</summary>
internal sealed class JobEventRow
{
    public long Number { get; set; }

    public JobId JobId { get; set; }

    public DateTimeOffset At { get; set; }

    public int Attempt { get; set; }

    public string? Step { get; set; }

    public JobEventKind Kind { get; set; }

    public required string Message { get; set; }

    public JobEventLevel Level { get; set; }

    public TimeSpan? Took { get; set; }

    public long? Bytes { get; set; }

    public string? Detail { get; set; }

    public JobEvent ToEvent() => new(At, Attempt, Step, Kind, Message)
    {
        Level = Level,
        Took = Took,
        Bytes = Bytes,
        Detail = Detail,
    };
}
