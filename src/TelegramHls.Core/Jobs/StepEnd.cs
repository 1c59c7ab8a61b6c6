namespace TelegramHls.Core.Jobs;

/// <summary>A step that ended well.</summary>
/// <param name="Step">The step.</param>
/// <param name="Next">The step that follows; null when all are done.</param>
/// <param name="Checkpoint">JSON of what <paramref name="Next"/> takes.</param>
/// <param name="Lane">The lane that <paramref name="Next"/> needs; null for none.</param>
/// <param name="Took">How long it took.</param>
/// <param name="Bytes">Bytes that it moved; null where it counts none.</param>
public sealed record StepEnd(string Step, string? Next, string Checkpoint, string? Lane, TimeSpan Took, long? Bytes);
