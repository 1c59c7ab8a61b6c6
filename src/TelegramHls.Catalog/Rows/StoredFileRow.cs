using TelegramHls.Core.Ids;

namespace TelegramHls.Catalog.Rows;

internal sealed class StoredFileRow
{
    public StoredFileId Id { get; set; }

    /// <summary>The video that it was made for: part names carry it. That video may be gone while another still uses the file.</summary>
    public VideoId VideoId { get; set; }

    public int Version { get; set; }

    public string? Sha256 { get; set; }

    /// <summary>Bytes of the whole; 0 until complete.</summary>
    public long Length { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public List<PartRow> Parts { get; } = [];
}
