using TelegramHls.Catalog.Database;

namespace TelegramHls.Catalog.Statistics;

/// <summary>Counts what jobs do, in the transaction of the change itself.</summary>
internal static class JobSums
{
    /// <summary>In place of a step: what concerns whole jobs.</summary>
    public const string WholeJobs = "";

    /// <summary>The row of this hour; made when it is the first of its hour.</summary>
    public static async Task<JobSumRow> OfHourAsync(
        CatalogContext context, DateTimeOffset now, string step, CancellationToken cancellationToken)
    {
        DateTimeOffset hour = Floor(now, TimeSpan.FromHours(1));
        JobSumRow? row = await context.JobSums.FindAsync([hour, step], cancellationToken);
        if (row is null)
            context.JobSums.Add(row = new JobSumRow { At = hour, Step = step });

        return row;
    }

    /// <summary>Where the span begins in which a moment lies.</summary>
    public static DateTimeOffset Floor(DateTimeOffset at, TimeSpan span) =>
        new(at.UtcTicks - (at.UtcTicks % span.Ticks), TimeSpan.Zero);
}
