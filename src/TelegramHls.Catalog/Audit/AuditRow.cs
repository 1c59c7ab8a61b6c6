namespace TelegramHls.Catalog.Audit;

/// <summary>No foreign keys: it says what was done, whatever became of it.</summary>
internal sealed class AuditRow
{
    public long Number { get; set; }

    public DateTimeOffset At { get; set; }

    public required string Who { get; set; }

    public required string Action { get; set; }

    public string? Target { get; set; }

    public string? Detail { get; set; }

    public AuditLine ToLine() => new(At, Who, Action, Target, Detail);
}
