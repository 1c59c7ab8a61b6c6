using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using TelegramHls.Catalog.Database;

namespace TelegramHls.Catalog.Migrations;

/// <summary>Stored files that videos have beside stream and index.</summary>
[DbContext(typeof(CatalogContext))]
[Migration("20261121000004_Companions")]
internal sealed class Companions : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "companions",
            table => new
            {
                video_id = table.Column<string>(nullable: false),
                name = table.Column<string>(nullable: false),
                file_id = table.Column<string>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_companions", row => new { row.video_id, row.name });
                table.ForeignKey(
                    "FK_companions_videos_video_id", row => row.video_id, "videos", "id",
                    onDelete: ReferentialAction.Cascade);
                table.ForeignKey(
                    "FK_companions_stored_files_file_id", row => row.file_id, "stored_files", "id",
                    onDelete: ReferentialAction.Restrict);
            });
        migrationBuilder.CreateIndex("IX_companions_file_id", "companions", "file_id");
    }

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropTable("companions");
}
