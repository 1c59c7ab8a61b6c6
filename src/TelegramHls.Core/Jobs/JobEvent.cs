namespace TelegramHls.Core.Jobs;

/// <summary>One line of a job's history.</summary>
/// <param name="At">When.</param>
/// <param name="Attempt">Number of the attempt, from 1; 0 before the first.</param>
/// <param name="Step">The step; null where it concerns the whole job.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Message">In words; never a token or a key.</param>
public sealed record JobEvent(DateTimeOffset At, int Attempt, string? Step, JobEventKind Kind, string Message)
{
    /// <summary>How much it matters.</summary>
    public JobEventLevel Level { get; init; }

    /// <summary>How long the step or the attempt took that ended; null for other lines.</summary>
    public TimeSpan? Took { get; init; }

    /// <summary>Bytes that the step moved that ended; null where it counts none.</summary>
    public long? Bytes { get; init; }

    /// <summary>What helps those who look into it: the stack trace, the end of a tool's log; null when there is nothing.</summary>
    public string? Detail { get; init; }
}
