using TelegramHls.Core.Ids;

namespace TelegramHls.Catalog.Statistics;

/// <summary>No foreign keys: what was done stays counted when the film is deleted.</summary>
internal sealed class PackagingRow
{
    public StoredFileId FileId { get; set; }

    public VideoId VideoId { get; set; }

    public JobId JobId { get; set; }

    public DateTimeOffset At { get; set; }

    public string? Picture { get; set; }

    public int SoundsCopied { get; set; }

    public int SoundsEncoded { get; set; }

    public long SourceBytes { get; set; }

    public long Bytes { get; set; }

    // Ticks: spans are not summed by the database.
    public long Played { get; set; }

    public long Elapsed { get; set; }

    public long Worked { get; set; }
}
