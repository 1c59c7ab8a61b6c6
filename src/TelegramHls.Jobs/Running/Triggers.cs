using Quartz;
using TelegramHls.Core.Ids;

namespace TelegramHls.Jobs.Running;

/// <summary>Tells Quartz when a job is to be looked at. A trigger too many does no harm: the ledger decides what runs.</summary>
internal sealed class Triggers(ISchedulerFactory schedulers, TimeProvider clock)
{
    private const string Group = "jobs";
    private static readonly JobKey Key = new("run", Group);
    private IScheduler? _scheduler;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        IScheduler scheduler = await schedulers.GetScheduler(cancellationToken);
        IJobDetail job = JobBuilder.Create<QuartzJob>().WithIdentity(Key).StoreDurably(true).Build();
        await scheduler.AddJob(job, AddJobOptions.Replacing, cancellationToken);
        Volatile.Write(ref _scheduler, scheduler);
        await scheduler.Start(cancellationToken);
    }

    /// <summary>Before the engine has started this does nothing: at its start every unfinished job gets a trigger.</summary>
    public async Task ScheduleAsync(JobId job, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _scheduler) is not { } scheduler || scheduler.Status is SchedulerStatus.Shutdown)
            return;

        ITrigger trigger = TriggerBuilder.Create(clock)
            .ForJob(Key)
            // A name of its own each time: the old trigger may be just about to be removed.
            .WithIdentity($"{job}-{Base62.Random(8)}", Group)
            .StartAt(at)
            .Build();
        await scheduler.ScheduleJob(trigger, default, cancellationToken);
    }

    public async Task<IReadOnlySet<JobId>> WaitingAsync(CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _scheduler) is not { } scheduler)
            return new HashSet<JobId>();

        var query = new TriggerQuery { Group = GroupMatcher<TriggerKey>.GroupEquals(Group), Take = PagedQuery.All };
        PagedResult<TriggerHeader> found = await scheduler.QueryTriggers(query, cancellationToken);
        return found.Items.Select(trigger => JobOf(trigger.Key)).ToHashSet();
    }

    /// <summary>Waits until no job runs; call after they were told to stop.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _scheduler) is { } scheduler)
            await scheduler.Shutdown(waitForJobsToComplete: true, cancellationToken);
    }

    public static JobId JobOf(TriggerKey trigger) => new(trigger.Name.Split('-')[0]);
}
