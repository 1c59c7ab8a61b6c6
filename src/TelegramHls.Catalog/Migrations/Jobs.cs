using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using TelegramHls.Catalog.Database;

namespace TelegramHls.Catalog.Migrations;

/// <summary>Whose turn a job takes, what each of its steps took, what happened in more detail, and what was done each hour.</summary>
[DbContext(typeof(CatalogContext))]
[Migration("20261121000009_Jobs")]
internal sealed class Jobs : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        AddColumns(migrationBuilder);
        MakeCheckpoints(migrationBuilder);
        MakeSums(migrationBuilder);
        migrationBuilder.Sql("""
            UPDATE jobs SET owner = COALESCE((SELECT CAST(owner_id AS TEXT) FROM videos WHERE videos.id = jobs.subject), '');
            INSERT INTO job_checkpoints (job_id, step, checkpoint) SELECT id, step, checkpoint FROM jobs WHERE step IS NOT NULL;
            """);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("job_sums");
        migrationBuilder.DropTable("job_checkpoints");
        migrationBuilder.DropIndex("IX_jobs_state_priority_owner", "jobs");
        migrationBuilder.DropIndex("IX_jobs_owner_begun_at", "jobs");
        foreach (string column in new[] { "owner", "priority", "lane", "begun_at" })
            migrationBuilder.DropColumn(column, "jobs");
        foreach (string column in new[] { "level", "took", "bytes", "detail" })
            migrationBuilder.DropColumn(column, "job_events");
    }

    private static void AddColumns(MigrationBuilder builder)
    {
        builder.AddColumn<string>("owner", "jobs", nullable: false, defaultValue: string.Empty);
        builder.AddColumn<int>("priority", "jobs", nullable: false, defaultValue: 1);
        builder.AddColumn<string>("lane", "jobs", nullable: true);
        builder.AddColumn<long>("begun_at", "jobs", nullable: true);
        builder.CreateIndex("IX_jobs_state_priority_owner", "jobs", ["state", "priority", "owner"]);
        builder.CreateIndex("IX_jobs_owner_begun_at", "jobs", ["owner", "begun_at"]);
        builder.AddColumn<string>("level", "job_events", nullable: false, defaultValue: "Info");
        builder.AddColumn<long>("took", "job_events", nullable: true);
        builder.AddColumn<long>("bytes", "job_events", nullable: true);
        builder.AddColumn<string>("detail", "job_events", nullable: true);
    }

    private static void MakeCheckpoints(MigrationBuilder builder)
    {
        builder.CreateTable(
            "job_checkpoints",
            table => new
            {
                number = table.Column<long>(nullable: false)
                    .Annotation("Sqlite:Autoincrement", true),
                job_id = table.Column<string>(nullable: false),
                step = table.Column<string>(nullable: false),
                checkpoint = table.Column<string>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_job_checkpoints", row => row.number);
            });
        builder.CreateIndex("IX_job_checkpoints_job_id_step", "job_checkpoints", ["job_id", "step"], unique: true);
    }

    private static void MakeSums(MigrationBuilder builder) => builder.CreateTable(
        "job_sums",
        table => new
        {
            at = table.Column<long>(nullable: false),
            step = table.Column<string>(nullable: false),
            succeeded = table.Column<int>(nullable: false),
            failed = table.Column<int>(nullable: false),
            cancelled = table.Column<int>(nullable: false),
            retried = table.Column<int>(nullable: false),
            runs = table.Column<int>(nullable: false),
            bytes = table.Column<long>(nullable: false),
            took = table.Column<long>(nullable: false),
        },
        constraints: table =>
        {
            table.PrimaryKey("PK_job_sums", row => new { row.at, row.step });
        });
}
