using TelegramHls.Bot.Dashboard.Acting;
using TelegramHls.Core.Jobs;

namespace TelegramHls.Bot.Dashboard.Lists;

/// <summary>What the page of a list shows.</summary>
/// <param name="Address">What was asked for.</param>
/// <param name="Jobs">The page.</param>
/// <param name="Total">How many there are on all pages.</param>
/// <param name="Counts">How many fit in each state.</param>
/// <param name="Choices">What can be filtered by.</param>
public sealed record ListView(
    ListAddress Address, IReadOnlyList<JobLine> Jobs, int Total, IReadOnlyDictionary<JobState, int> Counts, FilterChoices Choices)
{
    /// <summary>What is done with many jobs in the background; null when nothing is.</summary>
    public BulkProgress? Bulk { get; init; }

    /// <summary>What the address says besides the page.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Fields { get; } = [.. Address.Fields().Where(field => field.Key != "page")];

    /// <summary>Number of the last page, from 1.</summary>
    public int Pages => Math.Max(1, (Total + Address.Size - 1) / Address.Size);

    /// <summary>True where something but the state is asked for.</summary>
    public bool IsFiltered => Address.Filter with { State = null } != new Catalog.Search.JobFilter();
}
