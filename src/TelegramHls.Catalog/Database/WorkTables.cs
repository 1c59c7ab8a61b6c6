using Microsoft.EntityFrameworkCore;
using TelegramHls.Catalog.Audit;
using TelegramHls.Catalog.Ledgers;
using TelegramHls.Catalog.Recurring;
using TelegramHls.Catalog.Rows;
using TelegramHls.Catalog.Statistics;

namespace TelegramHls.Catalog.Database;

/// <summary>Updates, jobs and what they made, people and settings.</summary>
internal static class WorkTables
{
    public static void Configure(ModelBuilder builder)
    {
        builder.Entity<InboxRow>(entry =>
        {
            entry.ToTable("inbox").HasKey(row => row.Number);
            entry.HasIndex(row => new { row.BotId, row.ChatId, row.MessageId }).IsUnique();
            entry.HasIndex(row => new { row.IsHandled, row.Number });
        });
        builder.Entity<JobRow>(job =>
        {
            job.ToTable("jobs").HasKey(row => row.Id);
            job.HasIndex(row => new { row.State, row.CreatedAt });
            job.HasIndex(row => new { row.State, row.CreatedAt, row.Id, row.Subject, row.Owner, row.Step, row.FinishedAt, row.Words, row.Error })
                .HasDatabaseName("IX_jobs_search");
            job.HasIndex(row => new { row.State, row.Priority, row.Owner });
            job.HasIndex(row => new { row.Owner, row.BegunAt });
            job.HasIndex(row => row.Subject);
            job.HasIndex(row => row.IsUnsettled);
            job.HasIndex(row => row.FinishedAt);
        });
        builder.Entity<JobEventRow>(line =>
        {
            line.ToTable("job_events").HasKey(row => row.Number);
            line.HasIndex(row => new { row.JobId, row.Number });
        });
        builder.Entity<JobBotRow>(bot =>
        {
            bot.ToTable("job_bots").HasKey(row => new { row.BotId, row.Subject });
            bot.HasIndex(row => row.Subject);
        });
        builder.Entity<AuditRow>(line =>
        {
            line.ToTable("audit").HasKey(row => row.Number);
            line.HasIndex(row => new { row.Target, row.Number });
        });
        builder.Entity<JobCheckpointRow>(checkpoint =>
        {
            checkpoint.ToTable("job_checkpoints").HasKey(row => row.Number);
            checkpoint.HasIndex(row => new { row.JobId, row.Step }).IsUnique();
        });
        builder.Entity<JobSumRow>().ToTable("job_sums").HasKey(row => new { row.At, row.Step });
        builder.Entity<UserRow>(user =>
        {
            user.ToTable("users").HasKey(row => row.Id);
            user.Property(row => row.Id).ValueGeneratedNever();
        });
        builder.Entity<PackagingRow>().ToTable("packagings").HasKey(row => row.FileId);
        builder.Entity<RecurringRow>().ToTable("recurring_jobs").HasKey(row => row.Name);
        builder.Entity<SettingRow>().ToTable("settings").HasKey(row => row.Name);
    }
}
