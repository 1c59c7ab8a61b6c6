using Microsoft.EntityFrameworkCore;
using TelegramHls.Catalog.Rows;

namespace TelegramHls.Catalog.Database;

/// <summary>Videos with what belongs to each.</summary>
internal static class VideoTables
{
    public static void Configure(ModelBuilder builder)
    {
        builder.Entity<VideoRow>(video =>
        {
            video.ToTable("videos").HasKey(row => row.Id);
            video.HasIndex(row => new { row.OwnerId, row.CreatedAt });
            video.HasIndex(row => row.SourceUniqueId);
            video.HasIndex(row => row.SourceSha256);
            video.HasIndex(row => row.FileId);
            video.HasIndex(row => row.IndexFileId);
            video.HasIndex(row => row.State);
            video.HasOne<StoredFileRow>().WithMany().HasForeignKey(row => row.FileId).OnDelete(DeleteBehavior.Restrict);
            video.HasOne<StoredFileRow>().WithMany().HasForeignKey(row => row.IndexFileId)
                .OnDelete(DeleteBehavior.Restrict);
            video.HasMany(row => row.Tracks).WithOne().HasForeignKey(row => row.VideoId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<TrackRow>().ToTable("tracks").HasKey(row => new { row.VideoId, row.Name });
        builder.Entity<CompanionRow>(companion =>
        {
            companion.ToTable("companions").HasKey(row => new { row.VideoId, row.Name });
            companion.HasIndex(row => row.FileId);
            companion.HasOne<VideoRow>().WithMany().HasForeignKey(row => row.VideoId).OnDelete(DeleteBehavior.Cascade);
            companion.HasOne<StoredFileRow>().WithMany().HasForeignKey(row => row.FileId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<ShareLinkRow>(link =>
        {
            link.ToTable("share_links").HasKey(row => row.Key);
            link.HasIndex(row => row.VideoId);
            link.HasOne<VideoRow>().WithMany().HasForeignKey(row => row.VideoId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
