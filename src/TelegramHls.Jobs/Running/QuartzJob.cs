using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;
using Quartz;
using TelegramHls.Core.Ids;

namespace TelegramHls.Jobs.Running;

/// <summary>What Quartz runs: looks at the job that the trigger names.</summary>
[SuppressMessage("Performance", "CA1812", Justification = "Made by Quartz.")]
internal sealed class QuartzJob(JobRunner runner, TimeProvider clock, Triggers triggers, ILogger<QuartzJob> logger) : IJob
{
    // The ledger itself failed (disk full, database locked): the job is untouched and is looked at again later.
    private static readonly TimeSpan LookAgainAfter = TimeSpan.FromSeconds(30);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        JobId job = Triggers.JobOf(context.Trigger.Key);
        try
        {
            await runner.RunAsync(job);
        }
        catch (Exception cause)
        {
            Log.LedgerFailed(logger, cause, job);
            await triggers.ScheduleAsync(job, clock.GetUtcNow() + LookAgainAfter, CancellationToken.None);
        }
    }
}
