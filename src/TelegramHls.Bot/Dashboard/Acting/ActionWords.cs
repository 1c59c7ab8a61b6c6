using System.Globalization;

namespace TelegramHls.Bot.Dashboard.Acting;

/// <summary>Words for actions on jobs.</summary>
internal static class ActionWords
{
    /// <summary>The action of that name in forms and in the audit; null for any other word.</summary>
    public static JobAction? Find(string? name) =>
        Enum.TryParse(name, ignoreCase: true, out JobAction action) && Enum.IsDefined(action) ? action : null;

    public static string NameOf(JobAction action) => action.ToString().ToLowerInvariant();

    /// <summary><c>Cancel 1 job</c>, <c>Delete 12,345 jobs</c>.</summary>
    public static string Of(JobAction action, int count) => action switch
    {
        JobAction.Raise => $"Raise the priority of {Jobs(count)}",
        JobAction.Lower => $"Lower the priority of {Jobs(count)}",
        _ => $"{action} {Jobs(count)}",
    };

    /// <summary><c>3 jobs cancelled.</c></summary>
    public static string Done(JobAction action, int count) => action switch
    {
        JobAction.Retry => $"{Jobs(count)} queued again.",
        JobAction.Cancel => $"{Jobs(count)} cancelled.",
        JobAction.Delete => $"{Jobs(count)} deleted.",
        JobAction.Raise => $"{Jobs(count)} with a higher priority now.",
        _ => $"{Jobs(count)} with a lower priority now.",
    };

    /// <summary>What it means, before one says yes.</summary>
    public static string Meaning(JobAction action, int count) => (action, count) switch
    {
        (JobAction.Cancel, 1) => "A running step stops within seconds. If the film is not ready, nothing of it is kept: what was stored is deleted. A film that is ready stays.",
        (JobAction.Delete, 1) => "The job goes with its history; if it runs, it is cancelled first. A film that is ready stays; of any other nothing is kept.",
        _ => MeaningOfMany(action),
    };

    public static string Jobs(int count) =>
        count == 1 ? "1 job" : $"{count.ToString("N0", CultureInfo.InvariantCulture)} jobs";

    private static string MeaningOfMany(JobAction action) => action switch
    {
        JobAction.Retry => "Each begins again at the step at which it stands. Those that run or are done stay as they are.",
        JobAction.Cancel => "Running steps stop within seconds. Of films that are not ready, nothing is kept: what was stored of them is deleted. Films that are ready stay.",
        JobAction.Delete => "The jobs go with their history; those that run are cancelled first. Films that are ready stay; of all others nothing is kept.",
        JobAction.Raise => "They go before others when the next job is chosen.",
        _ => "Others go before them when the next job is chosen.",
    };
}
