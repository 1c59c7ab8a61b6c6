using Microsoft.EntityFrameworkCore;
using TelegramHls.Catalog.Database;
using TelegramHls.Catalog.Rows;
using TelegramHls.Core.Ids;

namespace TelegramHls.Catalog.Ledgers;

/// <summary>The rows that say what each step of a job took; the last of them is that of the step at which the job stands.</summary>
internal static class JobCheckpoints
{
    public static async Task<string?> FindAsync(
        CatalogContext context, JobId job, string step, CancellationToken cancellationToken)
    {
        List<JobCheckpointRow> rows = await ListAsync(context, job, cancellationToken);
        int at = rows.FindIndex(row => row.Step == step);
        return rows.Take(at + 1).LastOrDefault(row => row.Checkpoint is not null)?.Checkpoint;
    }

    public static Task<List<JobCheckpointRow>> ListAsync(CatalogContext context, JobId job, CancellationToken cancellationToken) =>
        context.JobCheckpoints.Where(row => row.JobId == job).OrderBy(row => row.Number).ToListAsync(cancellationToken);

    /// <summary>The job, which stood at a checkpoint, reaches a step with another or the same.</summary>
    public static async Task ReachAsync(
        CatalogContext context, JobRow job, string step, string checkpoint, CancellationToken cancellationToken)
    {
        await context.JobCheckpoints.Where(row => row.JobId == job.Id && row.Step == step).ExecuteDeleteAsync(cancellationToken);
        context.JobCheckpoints.Add(new JobCheckpointRow
        {
            JobId = job.Id,
            Step = step,
            Checkpoint = string.Equals(job.Checkpoint, checkpoint, StringComparison.Ordinal) ? null : checkpoint,
        });
    }

    /// <summary>The job goes back to a step: what came after it is forgotten.</summary>
    public static async Task ReturnAsync(
        CatalogContext context, JobId job, string step, string checkpoint, CancellationToken cancellationToken)
    {
        JobCheckpointRow? row = await context.JobCheckpoints
            .SingleOrDefaultAsync(row => row.JobId == job && row.Step == step, cancellationToken);
        long last = row?.Number ?? 0;
        await context.JobCheckpoints.Where(later => later.JobId == job && later.Number > last).ExecuteDeleteAsync(cancellationToken);
        if (row is null)
            context.JobCheckpoints.Add(row = new JobCheckpointRow { JobId = job, Step = step });

        row.Checkpoint = checkpoint;
    }
}
