namespace TelegramHls.Core.Jobs;

/// <summary>The durable state of recurring jobs.</summary>
public interface IRecurringLedger
{
    /// <summary>All that were ever kept, also of jobs that this program does not have any more.</summary>
    Task<IReadOnlyList<RecurringRecord>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Keeps the record in place of the one of that name; commits before it returns.</summary>
    Task KeepAsync(RecurringRecord record, CancellationToken cancellationToken);
}
