using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using TelegramHls.Catalog.Database;

namespace TelegramHls.Catalog.Migrations;

/// <summary>What jobs are found by, and what operators did.</summary>
[DbContext(typeof(CatalogContext))]
[Migration("20261121000008_JobsSearched")]
internal sealed class JobsSearched : Migration
{
    private const string SearchIndex = "IX_jobs_search";

    private static readonly string[] Searched =
        ["state", "created_at", "id", "subject", "step", "finished_at", "words", "error"];

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("title", "jobs", nullable: true);
        migrationBuilder.AddColumn<string>("words", "jobs", nullable: false, defaultValue: string.Empty);
        // Of films from before, capital letters are folded by SQLite, which knows those of Latin script only.
        migrationBuilder.Sql(
            """
            UPDATE jobs SET title = videos.title,
                words = lower(videos.title || char(10) || videos.file_name || char(10) || jobs.id || char(10) || videos.id)
            FROM videos WHERE videos.id = jobs.subject
            """);
        migrationBuilder.CreateIndex(SearchIndex, "jobs", Searched);
        migrationBuilder.CreateTable(
            "job_bots",
            table => new { bot_id = table.Column<long>(nullable: false), subject = table.Column<string>(nullable: false) },
            constraints: table => table.PrimaryKey("PK_job_bots", row => new { row.bot_id, row.subject }));
        migrationBuilder.CreateIndex("IX_job_bots_subject", "job_bots", "subject");
        migrationBuilder.Sql(
            """
            INSERT INTO job_bots SELECT DISTINCT replicas.bot_id, stored_files.video_id
            FROM replicas JOIN parts ON parts.number = replicas.part_number JOIN stored_files ON stored_files.id = parts.file_id
            """);
        MakeAudit(migrationBuilder);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("audit");
        migrationBuilder.DropTable("job_bots");
        migrationBuilder.DropIndex(SearchIndex, "jobs");
        migrationBuilder.DropColumn("words", "jobs");
        migrationBuilder.DropColumn("title", "jobs");
    }

    private static void MakeAudit(MigrationBuilder builder)
    {
        builder.CreateTable(
            "audit",
            table => new
            {
                number = table.Column<long>(nullable: false).Annotation("Sqlite:Autoincrement", true),
                at = table.Column<long>(nullable: false),
                who = table.Column<string>(nullable: false),
                action = table.Column<string>(nullable: false),
                target = table.Column<string>(nullable: true),
                detail = table.Column<string>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_audit", row => row.number));
        builder.CreateIndex("IX_audit_target_number", "audit", ["target", "number"]);
    }
}
