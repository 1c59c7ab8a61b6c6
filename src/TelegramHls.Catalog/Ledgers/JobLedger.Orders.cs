using Microsoft.EntityFrameworkCore;
using TelegramHls.Catalog.Rows;
using TelegramHls.Core.Ids;
using TelegramHls.Core.Jobs;

namespace TelegramHls.Catalog.Ledgers;

/// <summary>What people order: to begin again, to go first, to stop the queue, to remove a job.</summary>
internal sealed partial class JobLedger
{
    // The name of a setting; there is no such row while the queue goes on.
    private const string PausedSetting = "jobs.paused";

    public Task<string?> FindCheckpointAsync(JobId job, string step, CancellationToken cancellationToken) =>
        store.ReadAsync(context => JobCheckpoints.FindAsync(context, job, step, cancellationToken), cancellationToken);

    public Task<IReadOnlyList<string>> ReachedAsync(JobId job, CancellationToken cancellationToken) =>
        store.ReadAsync<IReadOnlyList<string>>(
            async context => [.. (await JobCheckpoints.ListAsync(context, job, cancellationToken)).Select(row => row.Step)],
            cancellationToken);

    public Task RequeueAsync(
        JobId job, string? step, string checkpoint, string? lane, string reason, CancellationToken cancellationToken) =>
        ChangeAsync(
            job,
            async (context, row) =>
            {
                if (step is not null)
                    await JobCheckpoints.ReturnAsync(context, job, step, checkpoint, cancellationToken);

                row.State = JobState.Waiting;
                row.Step = step;
                row.Checkpoint = checkpoint;
                row.Lane = lane;
                row.Attempts = 0;
                row.Error = null;
                row.NextAttemptAt = null;
                row.FinishedAt = null;
                row.IsUnsettled = false;
                return Line(row, JobEventKind.Queued, row.Step, reason);
            },
            cancellationToken);

    public Task<bool> SetPriorityAsync(JobId job, JobPriority priority, CancellationToken cancellationToken) =>
        store.WriteAsync(
            async context =>
            {
                JobRow? row = await context.Jobs.SingleOrDefaultAsync(row => row.Id == job, cancellationToken);
                if (row is null || row.ToRecord().IsFinal)
                    return false;

                row.Priority = priority;
                context.JobEvents.Add(Line(row, JobEventKind.Note, row.Step, $"Priority {priority.ToString().ToLowerInvariant()}."));
                return true;
            },
            cancellationToken);

    public Task DeleteAsync(JobId job, CancellationToken cancellationToken) =>
        store.WriteAsync(
            async context =>
            {
                await context.JobEvents.Where(row => row.JobId == job).ExecuteDeleteAsync(cancellationToken);
                await context.JobCheckpoints.Where(row => row.JobId == job).ExecuteDeleteAsync(cancellationToken);
                await context.Jobs.Where(row => row.Id == job).ExecuteDeleteAsync(cancellationToken);
            },
            cancellationToken);

    public Task<bool> IsQueuePausedAsync(CancellationToken cancellationToken) =>
        store.ReadAsync(context => context.Settings.AnyAsync(row => row.Name == PausedSetting, cancellationToken), cancellationToken);

    public Task SetQueuePausedAsync(bool isPaused, CancellationToken cancellationToken) =>
        store.WriteAsync(
            async context =>
            {
                await context.Settings.Where(row => row.Name == PausedSetting).ExecuteDeleteAsync(cancellationToken);
                if (isPaused)
                    context.Settings.Add(new SettingRow { Name = PausedSetting, Value = clock.GetUtcNow().ToString("O") });
            },
            cancellationToken);

    public Task<int> TrimAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        JobHistory.TrimAsync(store, before, cancellationToken);
}
