using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using TelegramHls.Catalog.Database;

namespace TelegramHls.Catalog.Migrations;

/// <summary>What is stored where.</summary>
[DbContext(typeof(CatalogContext))]
[Migration("20261121000001_Storage")]
internal sealed class Storage : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        MakeStoredFiles(migrationBuilder);
        MakeParts(migrationBuilder);
        MakeReplicas(migrationBuilder);
        MakeIntents(migrationBuilder);
        MakeOrphans(migrationBuilder);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("orphans");
        migrationBuilder.DropTable("intents");
        migrationBuilder.DropTable("replicas");
        migrationBuilder.DropTable("parts");
        migrationBuilder.DropTable("stored_files");
    }

    private static void MakeStoredFiles(MigrationBuilder builder)
    {
        builder.CreateTable(
            "stored_files",
            table => new
            {
                id = table.Column<string>(nullable: false),
                video_id = table.Column<string>(nullable: false),
                version = table.Column<int>(nullable: false),
                sha256 = table.Column<string>(nullable: true),
                length = table.Column<long>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_stored_files", row => row.id);
            });
        builder.CreateIndex("IX_stored_files_video_id", "stored_files", "video_id");
    }

    private static void MakeParts(MigrationBuilder builder)
    {
        builder.CreateTable(
            "parts",
            table => new
            {
                number = table.Column<long>(nullable: false)
                    .Annotation("Sqlite:Autoincrement", true),
                file_id = table.Column<string>(nullable: false),
                index = table.Column<int>(nullable: false),
                offset = table.Column<long>(nullable: false),
                length = table.Column<int>(nullable: false),
                sha256 = table.Column<string>(nullable: false),
                blocks = table.Column<byte[]>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_parts", row => row.number);
                table.ForeignKey(
                    "FK_parts_stored_files_file_id", row => row.file_id, "stored_files", "id",
                    onDelete: ReferentialAction.Cascade);
            });
        builder.CreateIndex("IX_parts_file_id_index", "parts", ["file_id", "index"], unique: true);
    }

    private static void MakeReplicas(MigrationBuilder builder)
    {
        builder.CreateTable(
            "replicas",
            table => new
            {
                number = table.Column<long>(nullable: false)
                    .Annotation("Sqlite:Autoincrement", true),
                part_number = table.Column<long>(nullable: false),
                chat_id = table.Column<long>(nullable: false),
                message_id = table.Column<int>(nullable: false),
                bot_id = table.Column<long>(nullable: false),
                file_id = table.Column<string>(nullable: false),
                file_unique_id = table.Column<string>(nullable: false),
                sent_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_replicas", row => row.number);
                table.ForeignKey(
                    "FK_replicas_parts_part_number", row => row.part_number, "parts", "number",
                    onDelete: ReferentialAction.Cascade);
            });
        builder.CreateIndex("IX_replicas_chat_id_message_id_bot_id", "replicas", ["chat_id", "message_id", "bot_id"], unique: true);
        builder.CreateIndex("IX_replicas_part_number", "replicas", "part_number");
    }

    private static void MakeIntents(MigrationBuilder builder)
    {
        builder.CreateTable(
            "intents",
            table => new
            {
                number = table.Column<long>(nullable: false)
                    .Annotation("Sqlite:Autoincrement", true),
                file_id = table.Column<string>(nullable: false),
                part_index = table.Column<int>(nullable: false),
                bot_id = table.Column<long>(nullable: false),
                chat_id = table.Column<long>(nullable: false),
                file_name = table.Column<string>(nullable: false),
                last_known_message_id = table.Column<int>(nullable: false),
                is_unknown = table.Column<bool>(nullable: false),
                at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_intents", row => row.number);
            });
        builder.CreateIndex("IX_intents_at", "intents", "at");
    }

    private static void MakeOrphans(MigrationBuilder builder)
    {
        builder.CreateTable(
            "orphans",
            table => new
            {
                chat_id = table.Column<long>(nullable: false),
                message_id = table.Column<int>(nullable: false),
                bot_id = table.Column<long>(nullable: false),
                sent_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_orphans", row => new { row.chat_id, row.message_id });
            });
        builder.CreateIndex("IX_orphans_sent_at", "orphans", "sent_at");
    }
}
