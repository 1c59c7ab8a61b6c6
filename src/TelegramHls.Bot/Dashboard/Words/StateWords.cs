using TelegramHls.Core.Jobs;

namespace TelegramHls.Bot.Dashboard.Words;

/// <summary>Where a job stands, for people: its word, its name in addresses and its place among the others.</summary>
internal static class StateWords
{
    /// <summary>All, in the order in which pages show them.</summary>
    public static IReadOnlyList<JobState> All { get; } =
    [
        JobState.Running, JobState.Waiting, JobState.Parked, JobState.Retrying, JobState.Succeeded, JobState.Failed, JobState.Cancelled,
    ];

    public static string Of(JobState state) => state == JobState.Parked ? "Scheduled" : state.ToString();

    public static string NameOf(JobState state) => Of(state).ToLowerInvariant();

    /// <summary>The state of that name; null for any other word.</summary>
    public static JobState? Find(string? name) =>
        All.Cast<JobState?>().FirstOrDefault(state => string.Equals(NameOf(state!.Value), name, StringComparison.OrdinalIgnoreCase));

    public static string Icon(JobState state) => state switch
    {
        JobState.Running => "play-circle",
        JobState.Waiting => "queue-list",
        JobState.Parked => "clock",
        JobState.Retrying => "arrow-path",
        JobState.Succeeded => "check-circle",
        JobState.Failed => "exclamation-circle",
        _ => "no-symbol",
    };

    /// <summary>What an empty list of that state says.</summary>
    public static string Empty(JobState? state) => state switch
    {
        JobState.Running => "Nothing runs at the moment.",
        JobState.Waiting => "Nothing waits for its turn.",
        JobState.Parked => "Nothing waits for something to come back.",
        JobState.Retrying => "Nothing is about to be tried again.",
        JobState.Succeeded => "Nothing has succeeded yet.",
        JobState.Failed => "Nothing has failed.",
        JobState.Cancelled => "Nothing was cancelled.",
        _ => "There are no jobs yet.",
    };
}
