using TelegramHls.Bot.Dashboard.Acting;
using TelegramHls.Bot.Dashboard.Lists;
using TelegramHls.Catalog.Statistics;
using TelegramHls.Core.Jobs;

namespace TelegramHls.Bot.Dashboard.Overview;

/// <summary>Everything at a glance.</summary>
public sealed record OverviewView
{
    /// <summary>What is not as it should be, the gravest first.</summary>
    public required IReadOnlyList<Trouble> Troubles { get; init; }

    /// <summary>Jobs in each state; states without any are missing.</summary>
    public required IReadOnlyDictionary<JobState, int> Counts { get; init; }

    /// <summary>What runs now.</summary>
    public required IReadOnlyList<JobLine> Running { get; init; }

    /// <summary>The first of those that do not run and are not done.</summary>
    public required IReadOnlyList<JobLine> Waiting { get; init; }

    /// <summary>The last that failed.</summary>
    public required IReadOnlyList<JobLine> Failed { get; init; }

    /// <summary>The last hour by the minute.</summary>
    public required IReadOnlyList<JobSum> Minutes { get; init; }

    /// <summary>The last day by the hour.</summary>
    public required IReadOnlyList<JobSum> Hours { get; init; }

    /// <summary>The last week by the day.</summary>
    public required IReadOnlyList<JobSum> Days { get; init; }

    /// <summary>What each step did in that week.</summary>
    public required IReadOnlyList<StepSum> Steps { get; init; }

    /// <summary>A person has stopped the queue.</summary>
    public required bool IsPaused { get; init; }

    /// <summary>What is done with many jobs in the background; null when nothing is.</summary>
    public BulkProgress? Bulk { get; init; }

    /// <summary>How many jobs stand so.</summary>
    public int Count(JobState state) => Counts.GetValueOrDefault(state);

    /// <summary>Jobs that wait for anything.</summary>
    public int InQueue => Count(JobState.Waiting) + Count(JobState.Parked) + Count(JobState.Retrying);

    /// <summary>One sentence for those who listen.</summary>
    public string Summary => $"{Count(JobState.Running)} running, {InQueue} waiting, {Count(JobState.Failed)} failed.";
}
