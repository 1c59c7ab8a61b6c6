using Microsoft.EntityFrameworkCore;
using TelegramHls.Catalog.Audit;
using TelegramHls.Catalog.Ledgers;
using TelegramHls.Catalog.Recurring;
using TelegramHls.Catalog.Rows;
using TelegramHls.Catalog.Statistics;

namespace TelegramHls.Catalog.Database;

/// <summary>The tables. A context lives for one operation.</summary>
internal sealed class CatalogContext(DbContextOptions<CatalogContext> options) : DbContext(options)
{
    public DbSet<InboxRow> Inbox => Set<InboxRow>();

    public DbSet<VideoRow> Videos => Set<VideoRow>();

    public DbSet<TrackRow> Tracks => Set<TrackRow>();

    public DbSet<CompanionRow> Companions => Set<CompanionRow>();

    public DbSet<StoredFileRow> StoredFiles => Set<StoredFileRow>();

    public DbSet<PartRow> Parts => Set<PartRow>();

    public DbSet<ReplicaRow> Replicas => Set<ReplicaRow>();

    public DbSet<IntentRow> Intents => Set<IntentRow>();

    public DbSet<OrphanRow> Orphans => Set<OrphanRow>();

    public DbSet<ShareLinkRow> ShareLinks => Set<ShareLinkRow>();

    public DbSet<UserRow> Users => Set<UserRow>();

    public DbSet<JobRow> Jobs => Set<JobRow>();

    public DbSet<JobEventRow> JobEvents => Set<JobEventRow>();

    public DbSet<JobBotRow> JobBots => Set<JobBotRow>();

    public DbSet<AuditRow> Audit => Set<AuditRow>();

    public DbSet<JobCheckpointRow> JobCheckpoints => Set<JobCheckpointRow>();

    public DbSet<JobSumRow> JobSums => Set<JobSumRow>();

    public DbSet<RecurringRow> RecurringJobs => Set<RecurringRow>();

    public DbSet<PackagingRow> Packagings => Set<PackagingRow>();

    public DbSet<SettingRow> Settings => Set<SettingRow>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        ColumnTypes.Configure(configurationBuilder);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        VideoTables.Configure(modelBuilder);
        StorageTables.Configure(modelBuilder);
        WorkTables.Configure(modelBuilder);
        ColumnTypes.NameInSnakeCase(modelBuilder);
    }
}
