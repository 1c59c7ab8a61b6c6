using TelegramHls.Core.Storing;

namespace TelegramHls.Catalog.Rows;

internal sealed class ReplicaRow
{
    /// <summary>Grows: of the rows about one message the first is its sender's.</summary>
    public long Number { get; set; }

    public long PartNumber { get; set; }

    public long ChatId { get; set; }

    public int MessageId { get; set; }

    public long BotId { get; set; }

    public required string FileId { get; set; }

    public required string FileUniqueId { get; set; }

    public DateTimeOffset SentAt { get; set; }

    public Replica ToReplica() => new(ChatId, MessageId, BotId, FileId, FileUniqueId, SentAt);

    public static ReplicaRow Of(Replica replica) => new()
    {
        ChatId = replica.ChatId,
        MessageId = replica.MessageId,
        BotId = replica.BotId,
        FileId = replica.FileId,
        FileUniqueId = replica.FileUniqueId,
        SentAt = replica.SentAt,
    };
}
