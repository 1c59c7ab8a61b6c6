using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using TelegramHls.Catalog.Commands;
using TelegramHls.Catalog.Database;
using TelegramHls.Catalog.Rows;
using TelegramHls.Catalog.Statistics;
using TelegramHls.Core.Ids;
using TelegramHls.Core.Jobs;

namespace TelegramHls.Catalog.Ledgers;

internal sealed partial class JobLedger(CatalogStore store, TimeProvider clock) : IJobLedger
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

    public Task<JobRecord?> NextAsync(JobTurn turn, CancellationToken cancellationToken) =>
        store.ReadAsync(context => JobTurns.NextAsync(context, turn, cancellationToken), cancellationToken);

    public async Task<JobRecord> BeginAttemptAsync(JobId job, CancellationToken cancellationToken)
    {
        JobRow row = await ChangeAsync(
            job,
            row =>
            {
                row.State = JobState.Running;
                row.Attempts++;
                row.NextAttemptAt = null;
                row.BegunAt = clock.GetUtcNow();
                return Line(row, JobEventKind.AttemptStarted, row.Step, $"Attempt {row.Attempts} begins.");
            },
            cancellationToken);
        return row.ToRecord();
    }

    public Task SaveCheckpointAsync(JobId job, StepEnd end, CancellationToken cancellationToken) =>
        ChangeAsync(
            job,
            async (context, row) =>
            {
                JobEventRow line = Line(row, JobEventKind.StepDone, end.Step, $"{end.Step} is done.");
                (line.Took, line.Bytes) = (end.Took, end.Bytes);
                JobSumRow sum = await JobSums.OfHourAsync(context, line.At, end.Step, cancellationToken);
                sum.Runs++;
                sum.Took += end.Took.Ticks;
                sum.Bytes += end.Bytes ?? 0;
                if (end.Next is not null)
                    await JobCheckpoints.ReachAsync(context, row, end.Next, end.Checkpoint, cancellationToken);

                row.Step = end.Next;
                row.Checkpoint = end.Checkpoint;
                row.Lane = end.Lane;
                row.Attempts = 1;
                row.Error = null;
                return line;
            },
            cancellationToken);

    public Task ReviseCheckpointAsync(JobId job, string checkpoint, string reason, CancellationToken cancellationToken) =>
        ChangeAsync(
            job,
            async (context, row) =>
            {
                if (row.Step is not null)
                    await JobCheckpoints.ReturnAsync(context, job, row.Step, checkpoint, cancellationToken);

                row.Checkpoint = checkpoint;
                JobEventRow line = Line(row, JobEventKind.Note, row.Step, reason);
                line.Level = JobEventLevel.Warning;
                return line;
            },
            cancellationToken);

    public Task NoteProgressAsync(JobId job, CancellationToken cancellationToken) =>
        store.WriteAsync(
            context => context.Jobs.Where(row => row.Id == job && row.Attempts > 1).ExecuteUpdateAsync(
                set => set.SetProperty(row => row.Attempts, 1), cancellationToken),
            cancellationToken);

    public Task RetryAsync(JobId job, JobFault fault, DateTimeOffset nextAttemptAt, CancellationToken cancellationToken) =>
        ChangeAsync(
            job,
            async (context, row) =>
            {
                row.State = JobState.Retrying;
                row.Error = fault.Error;
                row.NextAttemptAt = nextAttemptAt;
                JobEventRow line = Line(row, JobEventKind.AttemptFailed, row.Step, fault.Error);
                (line.Level, line.Took, line.Detail) = (JobEventLevel.Warning, fault.Took, fault.Detail);
                (await JobSums.OfHourAsync(context, line.At, row.Step ?? JobSums.WholeJobs, cancellationToken)).Retried++;
                return line;
            },
            cancellationToken);

    public Task PauseAsync(JobId job, string? lane, string reason, CancellationToken cancellationToken) =>
        ChangeAsync(
            job,
            row =>
            {
                row.State = JobState.Waiting;
                row.Lane = lane;
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
                JobEventRow line = GiveAttemptBack(row, lack);
                line.Level = JobEventLevel.Warning;
                return line;
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

    public Task FinishAsync(JobId job, JobState final, JobFault? fault, CancellationToken cancellationToken)
    {
        (JobEventKind kind, JobEventLevel level, string words) = final switch
        {
            JobState.Succeeded => (JobEventKind.Succeeded, JobEventLevel.Info, "Every step is done."),
            JobState.Failed => (JobEventKind.Failed, JobEventLevel.Error, fault?.Error ?? "Given up."),
            JobState.Cancelled => (JobEventKind.Cancelled, JobEventLevel.Info, fault?.Error ?? "Cancelled."),
            _ => throw new ArgumentOutOfRangeException(nameof(final), final, "Not a final state."),
        };
        return ChangeAsync(
            job,
            async (context, row) =>
            {
                JobEventRow line = Line(row, kind, row.Step, words);
                (line.Level, line.Took, line.Detail) = (level, fault?.Took, fault?.Detail);
                row.State = final;
                row.Error = fault?.Error;
                row.Lane = null;
                row.NextAttemptAt = null;
                row.FinishedAt = line.At;
                row.IsUnsettled = final != JobState.Succeeded;
                JobSumRow sum = await JobSums.OfHourAsync(context, line.At, JobSums.WholeJobs, cancellationToken);
                sum.Succeeded += final == JobState.Succeeded ? 1 : 0;
                sum.Failed += final == JobState.Failed ? 1 : 0;
                sum.Cancelled += final == JobState.Cancelled ? 1 : 0;
                return line;
            },
            cancellationToken);
    }

    public Task AppendAsync(
        JobId job,
        JobEventKind kind,
        string? step,
        JobEventLevel level,
        string message,
        string? detail,
        CancellationToken cancellationToken) =>
        ChangeAsync(
            job,
            row =>
            {
                JobEventRow line = Line(row, kind, step, message);
                (line.Level, line.Detail) = (level, detail);
                return line;
            },
            cancellationToken);

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
        ChangeAsync(job, (_, row) => Task.FromResult(change(row)), cancellationToken);

    private Task<JobRow> ChangeAsync(
        JobId job, Func<CatalogContext, JobRow, Task<JobEventRow>> change, CancellationToken cancellationToken) =>
        store.WriteAsync(
            async context =>
            {
                JobRow row = await context.Jobs.SingleOrDefaultAsync(row => row.Id == job, cancellationToken)
                    ?? throw new InvalidOperationException($"There is no job {job}.");
                context.JobEvents.Add(await change(context, row));
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
