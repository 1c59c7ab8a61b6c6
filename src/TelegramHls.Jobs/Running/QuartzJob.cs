using System.Diagnostics.CodeAnalysis;
using Quartz;

namespace TelegramHls.Jobs.Running;

/// <summary>What Quartz runs: it wakes those who look for jobs.</summary>
[SuppressMessage("Performance", "CA1812", Justification = "Made by Quartz.")]
internal sealed class QuartzJob(Bell bell) : IJob
{
    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        bell.Ring();
        return ValueTask.CompletedTask;
    }
}
