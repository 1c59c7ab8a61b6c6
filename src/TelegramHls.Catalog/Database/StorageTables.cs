using Microsoft.EntityFrameworkCore;
using TelegramHls.Catalog.Rows;

namespace TelegramHls.Catalog.Database;

/// <summary>What is stored where, and what may stand in channels without a row.</summary>
internal static class StorageTables
{
    public static void Configure(ModelBuilder builder)
    {
        builder.Entity<StoredFileRow>(file =>
        {
            file.ToTable("stored_files").HasKey(row => row.Id);
            file.HasIndex(row => row.VideoId);
            file.HasMany(row => row.Parts).WithOne().HasForeignKey(row => row.FileId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<PartRow>(part =>
        {
            part.ToTable("parts").HasKey(row => row.Number);
            part.HasIndex(row => new { row.FileId, row.Index }).IsUnique();
            part.HasMany(row => row.Replicas).WithOne().HasForeignKey(row => row.PartNumber)
                .OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<ReplicaRow>(replica =>
        {
            replica.ToTable("replicas").HasKey(row => row.Number);
            replica.HasIndex(row => new { row.ChatId, row.MessageId, row.BotId }).IsUnique();
            replica.HasIndex(row => row.PartNumber);
        });
        builder.Entity<IntentRow>(intent =>
        {
            intent.ToTable("intents").HasKey(row => row.Number);
            intent.HasIndex(row => row.At);
        });
        builder.Entity<OrphanRow>(orphan =>
        {
            orphan.ToTable("orphans").HasKey(row => new { row.ChatId, row.MessageId });
            orphan.HasIndex(row => row.SentAt);
        });
    }
}
