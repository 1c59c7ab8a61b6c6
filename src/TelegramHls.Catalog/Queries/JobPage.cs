using TelegramHls.Core.Jobs;

namespace TelegramHls.Catalog.Queries;

/// <summary>A page of jobs.</summary>
/// <param name="Jobs">The page.</param>
/// <param name="Total">How many there are on all pages.</param>
public sealed record JobPage(IReadOnlyList<JobRecord> Jobs, int Total);
