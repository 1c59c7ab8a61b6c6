using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using TelegramHls.Catalog.Database;

namespace TelegramHls.Catalog.Migrations;

/// <summary>Updates, jobs, people and settings.</summary>
[DbContext(typeof(CatalogContext))]
[Migration("20261121000003_Work")]
internal sealed class Work : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        MakeInbox(migrationBuilder);
        MakeJobs(migrationBuilder);
        MakeJobEvents(migrationBuilder);
        MakeUsers(migrationBuilder);
        MakeSettings(migrationBuilder);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("settings");
        migrationBuilder.DropTable("users");
        migrationBuilder.DropTable("job_events");
        migrationBuilder.DropTable("jobs");
        migrationBuilder.DropTable("inbox");
    }

    private static void MakeInbox(MigrationBuilder builder)
    {
        builder.CreateTable(
            "inbox",
            table => new
            {
                number = table.Column<long>(nullable: false)
                    .Annotation("Sqlite:Autoincrement", true),
                bot_id = table.Column<long>(nullable: false),
                chat_id = table.Column<long>(nullable: false),
                message_id = table.Column<int>(nullable: false),
                kind = table.Column<string>(nullable: false),
                json = table.Column<string>(nullable: false),
                is_handled = table.Column<bool>(nullable: false),
                attempts = table.Column<int>(nullable: false),
                error = table.Column<string>(nullable: true),
                received_at = table.Column<long>(nullable: false),
                handled_at = table.Column<long>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_inbox", row => row.number);
            });
        builder.CreateIndex("IX_inbox_bot_id_chat_id_message_id", "inbox", ["bot_id", "chat_id", "message_id"], unique: true);
        builder.CreateIndex("IX_inbox_is_handled_number", "inbox", ["is_handled", "number"]);
    }

    private static void MakeJobs(MigrationBuilder builder)
    {
        builder.CreateTable(
            "jobs",
            table => new
            {
                id = table.Column<string>(nullable: false),
                pipeline = table.Column<string>(nullable: false),
                subject = table.Column<string>(nullable: false),
                state = table.Column<string>(nullable: false),
                attempts = table.Column<int>(nullable: false),
                step = table.Column<string>(nullable: true),
                checkpoint = table.Column<string>(nullable: false),
                error = table.Column<string>(nullable: true),
                created_at = table.Column<long>(nullable: false),
                next_attempt_at = table.Column<long>(nullable: true),
                finished_at = table.Column<long>(nullable: true),
                is_unsettled = table.Column<bool>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_jobs", row => row.id);
            });
        builder.CreateIndex("IX_jobs_is_unsettled", "jobs", "is_unsettled");
        builder.CreateIndex("IX_jobs_state_created_at", "jobs", ["state", "created_at"]);
        builder.CreateIndex("IX_jobs_subject", "jobs", "subject");
    }

    private static void MakeJobEvents(MigrationBuilder builder)
    {
        builder.CreateTable(
            "job_events",
            table => new
            {
                number = table.Column<long>(nullable: false)
                    .Annotation("Sqlite:Autoincrement", true),
                job_id = table.Column<string>(nullable: false),
                at = table.Column<long>(nullable: false),
                attempt = table.Column<int>(nullable: false),
                step = table.Column<string>(nullable: true),
                kind = table.Column<string>(nullable: false),
                message = table.Column<string>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_job_events", row => row.number);
            });
        builder.CreateIndex("IX_job_events_job_id_number", "job_events", ["job_id", "number"]);
    }

    private static void MakeUsers(MigrationBuilder builder)
    {
        builder.CreateTable(
            "users",
            table => new
            {
                id = table.Column<long>(nullable: false),
                role = table.Column<string>(nullable: false),
                name = table.Column<string>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_users", row => row.id);
            });
    }

    private static void MakeSettings(MigrationBuilder builder)
    {
        builder.CreateTable(
            "settings",
            table => new
            {
                name = table.Column<string>(nullable: false),
                value = table.Column<string>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_settings", row => row.name);
            });
    }
}
