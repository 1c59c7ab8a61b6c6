namespace TelegramHls.Catalog.Rows;

internal sealed class InboxRow
{
    public long Number { get; set; }

    public long BotId { get; set; }

    public long ChatId { get; set; }

    public int MessageId { get; set; }

    public required string Kind { get; set; }

    public required string Json { get; set; }

    public bool IsHandled { get; set; }

    public int Attempts { get; set; }

    public string? Error { get; set; }

    public DateTimeOffset ReceivedAt { get; set; }

    public DateTimeOffset? HandledAt { get; set; }
}
