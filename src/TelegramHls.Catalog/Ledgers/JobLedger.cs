using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using TelegramHls.Catalog.Commands;
using TelegramHls.Catalog.Database;
using TelegramHls.Catalog.Rows;
using TelegramHls.Core.Ids;
using TelegramHls.Core.Jobs;

namespace TelegramHls.Catalog.Ledgers;

internal sealed class JobLedger(CatalogStore store, TimeProvider clock) : IJobLedger
{
    public Task<JobRecord?> FindAsync(JobId job, CancellationToken cancellationToken) =>
        store.ReadAsync(
            async context =>
                (await context.Jobs.SingleOrDefaultAsync(row => row.Id == job, cancellationToken))?.ToRecord(),
            cancellationToken);

    public Task<IReadOnlyList<JobRecord>> UnfinishedAsync(CancellationToken cancellationToken) =>
        ListAsync(
            row => row.State == JobState.Waiting || row.State == JobState.Running
                || row.State == JobState.Retrying || row.State == JobState.Parked,
            cancellationToken);

    public Task<IReadOnlyList<JobRecord>> ParkedAsync(CancellationToken cancellationToken) =>
        ListAsync(row => row.State == JobState.Parked, cancellationToken);

    public Task<IReadOnlyList<JobRecord>> UnsettledAsync(CancellationToken cancellationToken) =>
        ListAsync(row => row.IsUnsettled, cancellationToken);

    public Task SettleAsync(JobId job, CancellationToken cancellationToken) =>
        store.WriteAsync(
            context => context.Jobs.Where(row => row.Id == job).ExecuteUpdateAsync(
                set => set.SetProperty(row => row.IsUnsettled, false), cancellationToken),
            cancellationToken);

    public Task QueueAsync(JobRecord job, CancellationToken cancellationToken) =>
        store.WriteAsync(
            async context =>
            {
                if (!await context.Jobs.AnyAsync(row => row.Id == job.Id, cancellationToken))
                    NewRows.Add(context, job, clock.GetUtcNow());
            },
            cancellationToken);

    public async Task<JobRecord> BeginAttemptAsync(JobId job, CancellationToken cancellationToken)
    {
        JobRow row = await ChangeAsync(
            job,
            row =>
            {
                row.State = JobState.Running;
                row.Attempts++;
                row.NextAttemptAt = null;
                return Line(row, JobEventKind.AttemptStarted, row.Step, $"Attempt {row.Attempts} begins.");
            },
            cancellationToken);
        return row.ToRecord();
    }

    public Task SaveCheckpointAsync(
        JobId job, string doneStep, string? nextStep, string checkpoint, CancellationToken cancellationToken) =>
        ChangeAsync(
            job,
            row =>
            {
                JobEventRow line = Line(row, JobEventKind.StepDone, doneStep, $"{doneStep} is done.");
                row.Step = nextStep;
                row.Checkpoint = checkpoint;
                row.Attempts = 1;
                row.Error = null;
                return line;
            },
            cancellationToken);

    public Task ReviseCheckpointAsync(JobId job, string checkpoint, string reason, CancellationToken cancellationToken) =>
        ChangeAsync(
            job,
            row =>
            {
                row.Checkpoint = checkpoint;
                return Line(row, JobEventKind.Note, row.Step, reason);
            },
            cancellationToken);

    public Task NoteProgressAsync(JobId job, CancellationToken cancellationToken) =>
        store.WriteAsync(
            context => context.Jobs.Where(row => row.Id == job && row.Attempts > 1).ExecuteUpdateAsync(
                set => set.SetProperty(row => row.Attempts, 1), cancellationToken),
            cancellationToken);

    public Task RetryAsync(
        JobId job, string error, DateTimeOffset nextAttemptAt, CancellationToken cancellationToken) =>
        ChangeAsync(
            job,
            row =>
            {
                row.State = JobState.Retrying;
                row.Error = error;
                row.NextAttemptAt = nextAttemptAt;
                return Line(row, JobEventKind.AttemptFailed, row.Step, error);
            },
            cancellationToken);

    public Task PauseAsync(JobId job, string reason, CancellationToken cancellationToken) =>
        ChangeAsync(
            job,
            row =>
            {
                row.State = JobState.Waiting;
                return GiveAttemptBack(row, reason);
            },
            cancellationToken);

    public Task ParkAsync(JobId job, string lack, CancellationToken cancellationToken) =>
        ChangeAsync(
            job,
            row =>
            {
                row.State = JobState.Parked;
                row.Error = lack;
                return GiveAttemptBack(row, lack);
            },
            cancellationToken);

    public Task ReleaseAsync(JobId job, string reason, CancellationToken cancellationToken) =>
        ChangeAsync(
            job,
            row =>
            {
                row.State = JobState.Waiting;
                row.Error = null;
                return Line(row, JobEventKind.Note, row.Step, reason);
            },
            cancellationToken);

    public Task RequeueAsync(
        JobId job, string? step, string? checkpoint, string reason, CancellationToken cancellationToken) =>
        ChangeAsync(
            job,
            row =>
            {
                row.State = JobState.Waiting;
                row.Step = step ?? row.Step;
                row.Checkpoint = step is null ? row.Checkpoint : checkpoint ?? row.Checkpoint;
                row.Attempts = 0;
                row.Error = null;
                row.NextAttemptAt = null;
                row.FinishedAt = null;
                row.IsUnsettled = false;
                return Line(row, JobEventKind.Queued, row.Step, reason);
            },
            cancellationToken);

    public Task FinishAsync(JobId job, JobState final, string? error, CancellationToken cancellationToken)
    {
        (JobEventKind kind, string words) = final switch
        {
            JobState.Succeeded => (JobEventKind.Succeeded, "Every step is done."),
            JobState.Failed => (JobEventKind.Failed, error ?? "Given up."),
            JobState.Cancelled => (JobEventKind.Cancelled, error ?? "Cancelled."),
            _ => throw new ArgumentOutOfRangeException(nameof(final), final, "Not a final state."),
        };
        return ChangeAsync(
            job,
            row =>
            {
                row.State = final;
                row.Error = error;
                row.NextAttemptAt = null;
                row.FinishedAt = clock.GetUtcNow();
                row.IsUnsettled = final != JobState.Succeeded;
                return Line(row, kind, row.Step, words);
            },
            cancellationToken);
    }

    public Task AppendAsync(
        JobId job, JobEventKind kind, string? step, string message, CancellationToken cancellationToken) =>
        ChangeAsync(job, row => Line(row, kind, step, message), cancellationToken);

    private Task<IReadOnlyList<JobRecord>> ListAsync(
        Expression<Func<JobRow, bool>> which, CancellationToken cancellationToken) =>
        store.ReadAsync<IReadOnlyList<JobRecord>>(
            async context =>
            {
                List<JobRow> rows = await context.Jobs.Where(which)
                    .OrderBy(row => row.CreatedAt).ThenBy(row => row.Id).ToListAsync(cancellationToken);
                return [.. rows.Select(row => row.ToRecord())];
            },
            cancellationToken);

    private Task<JobRow> ChangeAsync(JobId job, Func<JobRow, JobEventRow> change, CancellationToken cancellationToken) =>
        store.WriteAsync(
            async context =>
            {
                JobRow row = await context.Jobs.SingleOrDefaultAsync(row => row.Id == job, cancellationToken)
                    ?? throw new InvalidOperationException($"There is no job {job}.");
                context.JobEvents.Add(change(row));
                return row;
            },
            cancellationToken);

    // It ended through no fault of the job's. The line still names the attempt that it was.
    private JobEventRow GiveAttemptBack(JobRow row, string reason)
    {
        row.NextAttemptAt = null;
        JobEventRow line = Line(row, JobEventKind.Note, row.Step, reason);
        row.Attempts = Math.Max(0, row.Attempts - 1);
        return line;
    }

    private JobEventRow Line(JobRow job, JobEventKind kind, string? step, string message) => new()
    {
        JobId = job.Id,
        At = clock.GetUtcNow(),
        Attempt = job.Attempts,
        Step = step,
        Kind = kind,
        Message = message,
    };
}
