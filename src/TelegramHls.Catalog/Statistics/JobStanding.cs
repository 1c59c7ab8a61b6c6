using TelegramHls.Core.Jobs;

namespace TelegramHls.Catalog.Statistics;

/// <summary>How many jobs stand at one place.</summary>
/// <param name="State">Their state.</param>
/// <param name="Step">Their step; null for those that are final.</param>
/// <param name="Count">How many there are.</param>
public sealed record JobStanding(JobState State, string? Step, int Count);
