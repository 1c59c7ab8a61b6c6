using TelegramHls.Core.Ids;

namespace TelegramHls.Catalog.Ledgers;

/// <summary>What a step took when its job last reached it. In the order of their numbers these are the steps of the job.</summary>
internal sealed class JobCheckpointRow
{
    public long Number { get; set; }

    public JobId JobId { get; set; }

    public required string Step { get; set; }

    /// <summary>JSON; null where it is that of the row before: most steps hand on what they took.</summary>
    public string? Checkpoint { get; set; }
}
