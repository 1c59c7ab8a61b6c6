using Microsoft.EntityFrameworkCore;
using TelegramHls.Catalog.Database;
using TelegramHls.Core.Jobs;

namespace TelegramHls.Catalog.Recurring;

/// <summary>The recurring jobs in the table <c>recurring_jobs</c>.</summary>
internal sealed class RecurringLedger(CatalogStore store) : IRecurringLedger
{
    public Task<IReadOnlyList<RecurringRecord>> ListAsync(CancellationToken cancellationToken) =>
        store.ReadAsync<IReadOnlyList<RecurringRecord>>(
            async context => [.. (await context.RecurringJobs.ToListAsync(cancellationToken)).Select(row => row.ToRecord())],
            cancellationToken);

    public Task KeepAsync(RecurringRecord record, CancellationToken cancellationToken) => store.WriteAsync(
        async context =>
        {
            RecurringRow? row = await context.RecurringJobs.FindAsync([record.Name], cancellationToken);
            if (row is null)
                context.RecurringJobs.Add(row = new RecurringRow { Name = record.Name });

            row.Take(record);
        },
        cancellationToken);
}
