using TelegramHls.Core.Ids;

namespace TelegramHls.Catalog.Rows;

internal sealed class CompanionRow
{
    public VideoId VideoId { get; set; }

    public required string Name { get; set; }

    public StoredFileId FileId { get; set; }
}
