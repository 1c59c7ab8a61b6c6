namespace TelegramHls.Core.Jobs;

/// <summary>One line of a job's history.</summary>
/// <param name="At">When.</param>
/// <param name="Attempt">Number of the attempt, from 1; 0 before the first.</param>
/// <param name="Step">The step; null where it concerns the whole job.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Message">In words; never a token or a key.</param>
public sealed record JobEvent(DateTimeOffset At, int Attempt, string? Step, JobEventKind Kind, string Message);
