namespace TelegramHls.Core.Jobs;

/// <summary>A recurring job as it is kept.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsOn">False: it runs only when a person asks for it.</param>
/// <param name="NextAt">When its next turn is; null while it is off and nobody asked.</param>
/// <param name="BegunAt">When it last began; null before the first time.</param>
/// <param name="Took">How long that took; null while it runs, and when the program was killed meanwhile.</param>
/// <param name="Result">What came of it, in words for people; null when it failed or has no result yet.</param>
/// <param name="Error">Why it failed, in words; null when it did not.</param>
/// <param name="Failures">How often it failed in a row.</param>
public sealed record RecurringRecord(
    string Name,
    bool IsOn,
    DateTimeOffset? NextAt,
    DateTimeOffset? BegunAt,
    TimeSpan? Took,
    string? Result,
    string? Error,
    int Failures);
