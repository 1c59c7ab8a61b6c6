using TelegramHls.Core.Ids;
using TelegramHls.Core.Storing;

namespace TelegramHls.Catalog.Rows;

/// <summary>No foreign key to the stored file: an intent outlives it, so that the sweep still finds the message.</summary>
internal sealed class IntentRow
{
    public long Number { get; set; }

    public StoredFileId FileId { get; set; }

    public int PartIndex { get; set; }

    public long BotId { get; set; }

    public long ChatId { get; set; }

    public required string FileName { get; set; }

    public int LastKnownMessageId { get; set; }

    public bool IsUnknown { get; set; }

    public DateTimeOffset At { get; set; }

    public UnresolvedSend ToSend() => new(
        Number, new SendIntent(FileId, PartIndex, BotId, ChatId, FileName, LastKnownMessageId), At);
}
