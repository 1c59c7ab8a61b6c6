using Microsoft.Extensions.Options;
using TelegramHls.Bot.Wording;
using TelegramHls.Core.Jobs;
using TelegramHls.Jobs;
using TelegramHls.Jobs.Recurring;

namespace TelegramHls.Bot.Ingest.Clean;

/// <summary>Removes final jobs with their history after <c>Jobs:KeepDays</c>; what they did stays counted.</summary>
internal sealed class HistoryTrim(IJobLedger jobs, IOptions<JobsOptions> options, TimeProvider clock) : IRecurringJob
{
    public string Name => "history-trim";

    public string Title => "Drop old history";

    public TimeSpan Every => TimeSpan.FromDays(1);

    public bool RunsAtStart => false;

    public async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        int removed = await jobs.TrimAsync(clock.GetUtcNow() - TimeSpan.FromDays(options.Value.KeepDays), cancellationToken);
        return removed == 0
            ? $"No job ended more than {Amount.Of(options.Value.KeepDays, "day")} ago."
            : $"Removed {Amount.Of(removed, "job")} that ended more than {Amount.Of(options.Value.KeepDays, "day")} ago.";
    }
}
