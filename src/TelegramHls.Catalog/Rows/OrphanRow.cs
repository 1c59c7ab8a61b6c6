using TelegramHls.Core.Storing;

namespace TelegramHls.Catalog.Rows;

internal sealed class OrphanRow
{
    public long ChatId { get; set; }

    public int MessageId { get; set; }

    public long BotId { get; set; }

    public DateTimeOffset SentAt { get; set; }

    public DateTimeOffset? TriedAt { get; set; }

    public string? Reason { get; set; }

    public DateTimeOffset? EmptiedAt { get; set; }

    public Orphan ToOrphan() => new(ChatId, MessageId, BotId, SentAt);
}
