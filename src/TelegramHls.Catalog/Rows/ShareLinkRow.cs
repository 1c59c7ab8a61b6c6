using TelegramHls.Core.Ids;

namespace TelegramHls.Catalog.Rows;

internal sealed class ShareLinkRow
{
    public required string Key { get; set; }

    public VideoId VideoId { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset? RevokedAt { get; set; }

    public DateTimeOffset? ExpiresAt { get; set; }
}
