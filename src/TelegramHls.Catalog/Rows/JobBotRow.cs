namespace TelegramHls.Catalog.Rows;

/// <summary>A storage bot has sent a part about a job's subject. No foreign keys: history outlives both.</summary>
internal sealed class JobBotRow
{
    public long BotId { get; set; }

    public required string Subject { get; set; }
}
