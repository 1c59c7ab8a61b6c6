using TelegramHls.Core.Jobs;

namespace TelegramHls.Catalog.Search;

/// <summary>A page of what was found.</summary>
/// <param name="Jobs">The page.</param>
/// <param name="Total">How many there are on all pages.</param>
/// <param name="Counts">How many fit the filter in each state, whatever state it asks for; states without any are missing.</param>
public sealed record FoundJobs(
    IReadOnlyList<FoundJob> Jobs, int Total, IReadOnlyDictionary<JobState, int> Counts);
