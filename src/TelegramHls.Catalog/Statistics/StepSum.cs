namespace TelegramHls.Catalog.Statistics;

/// <summary>What one step did in a span of time, over all jobs.</summary>
/// <param name="Step">The step.</param>
/// <param name="Runs">How often it ended well.</param>
/// <param name="Retried">How often an attempt failed in it.</param>
/// <param name="Bytes">Bytes that it moved.</param>
/// <param name="Took">How long it ran, added up.</param>
public sealed record StepSum(string Step, int Runs, int Retried, long Bytes, TimeSpan Took);
