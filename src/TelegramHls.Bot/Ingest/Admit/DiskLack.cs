using TelegramHls.Bot.Hosting;
using TelegramHls.Core.Jobs;

namespace TelegramHls.Bot.Ingest.Admit;

/// <summary>Tells a disk without room from other faults: it ends once somebody makes room.</summary>
internal static class DiskLack
{
    private const string Words = "Waiting for disk space: ";

    /// <summary>In words what the job lacks that ended with <paramref name="cause"/>; null when it is not room on the disk.</summary>
    public static string? Find(Exception cause) => cause switch
    {
        DiskLowException low => Words + low.Message,
        IOException full when DiskFullException.Means(full) => Words + full.Message,
        _ => null,
    };

    /// <summary>True for a parked job that lacks room on the disk.</summary>
    public static bool IsOf(JobRecord job) => job.Error?.StartsWith(Words, StringComparison.Ordinal) == true;
}
