using TelegramHls.Core.Jobs;

namespace TelegramHls.Jobs.Recurring;

/// <summary>One recurring job in this process. Guarded by its owner.</summary>
internal sealed class Turn(IRecurringJob job, RecurringRecord record)
{
    public IRecurringJob Job => job;

    public RecurringRecord Record { get; set; } = record;

    public bool IsRunning { get; set; }

    /// <summary>Its run, or the last one; never fails.</summary>
    public Task Running { get; set; } = Task.CompletedTask;

    /// <summary>Asked for while it ran: it runs once more after that.</summary>
    public bool IsAskedFor { get; set; }

    public RecurringStanding Standing => new(job.Title, job.Every, IsRunning, Record);
}
