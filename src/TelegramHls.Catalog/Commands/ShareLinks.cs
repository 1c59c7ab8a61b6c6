using Microsoft.EntityFrameworkCore;
using TelegramHls.Catalog.Database;
using TelegramHls.Catalog.Rows;
using TelegramHls.Core.Ids;

namespace TelegramHls.Catalog.Commands;

/// <summary>The rows of share links, inside a command's transaction.</summary>
internal static class ShareLinks
{
    // 22 characters of 62 hold 130.9 bits: DESIGN asks for 128 or more.
    private const int KeyLength = 22;

    public static async Task<string> EnsureAsync(
        CatalogContext context, VideoId video, DateTimeOffset now, CancellationToken cancellationToken)
    {
        string? key = await context.ShareLinks
            .Where(row => row.VideoId == video && row.RevokedAt == null && (row.ExpiresAt == null || row.ExpiresAt > now))
            .OrderByDescending(row => row.CreatedAt)
            .Select(row => row.Key)
            .FirstOrDefaultAsync(cancellationToken);
        return key ?? Create(context, video, now, expiresAt: null);
    }

    public static string Create(CatalogContext context, VideoId video, DateTimeOffset now, DateTimeOffset? expiresAt)
    {
        string key = Base62.Random(KeyLength);
        context.ShareLinks.Add(new ShareLinkRow { Key = key, VideoId = video, CreatedAt = now, ExpiresAt = expiresAt });
        return key;
    }
}
