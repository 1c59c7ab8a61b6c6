using TelegramHls.Catalog.Audit;
using TelegramHls.Core.Ids;
using TelegramHls.Core.Jobs;
using TelegramHls.Jobs;

namespace TelegramHls.Bot.Dashboard.Acting;

/// <summary>Does one thing with one job, and writes down who did it and how it ended.</summary>
internal sealed class JobActs(JobQueue queue, IJobLedger ledger, AuditCommands audit)
{
    /// <summary>Null when it was done, else why not.</summary>
    /// <param name="who">For the audit.</param>
    /// <param name="action">What to do.</param>
    /// <param name="job">With which job.</param>
    /// <param name="step">The step to retry from; null for that at which it stands.</param>
    public async Task<string?> DoAsync(string who, JobAction action, JobId job, string? step)
    {
        // Not cancelled with the request: a closed browser must not leave half an action, nor one without its line.
        string? refusal = await RunAsync(action, job, step);
        string? detail = refusal is null ? step is null ? null : $"from {step}" : $"not done: {refusal}";
        await audit.WriteAsync(who, ActionWords.NameOf(action), job.Value, detail, CancellationToken.None);
        return refusal;
    }

    private async Task<string?> RunAsync(JobAction action, JobId job, string? step) => action switch
    {
        JobAction.Retry => (await (step is null
            ? queue.RetryAsync(job, CancellationToken.None)
            : queue.RetryFromAsync(job, step, CancellationToken.None))).Match<string?>(_ => null, refused => refused.Reason),
        JobAction.Cancel => await queue.CancelAsync(job, CancellationToken.None) ? null : "It has ended already.",
        JobAction.Delete => await queue.DeleteAsync(job, CancellationToken.None) ? null : "There is no such job any more.",
        JobAction.Raise => await MoveAsync(job, 1),
        _ => await MoveAsync(job, -1),
    };

    private async Task<string?> MoveAsync(JobId job, int by)
    {
        if (await ledger.FindAsync(job, CancellationToken.None) is not { IsFinal: false } record)
        {
            return "It has ended already.";
        }

        JobPriority next = record.Priority + by;
        return !Enum.IsDefined(next) ? $"Its priority is {record.Priority.ToString().ToLowerInvariant()} already."
            : await queue.SetPriorityAsync(job, next, CancellationToken.None) ? null
            : "It has ended already.";
    }
}
