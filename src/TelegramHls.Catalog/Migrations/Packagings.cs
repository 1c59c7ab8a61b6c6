using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using TelegramHls.Catalog.Database;

namespace TelegramHls.Catalog.Migrations;

/// <summary>How each stored stream was made.</summary>
[DbContext(typeof(CatalogContext))]
[Migration("20261121000006_Packagings")]
internal sealed class Packagings : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.CreateTable(
        "packagings",
        table => new
        {
            file_id = table.Column<string>(nullable: false),
            video_id = table.Column<string>(nullable: false),
            job_id = table.Column<string>(nullable: false),
            at = table.Column<long>(nullable: false),
            picture = table.Column<string>(nullable: true),
            sounds_copied = table.Column<int>(nullable: false),
            sounds_encoded = table.Column<int>(nullable: false),
            source_bytes = table.Column<long>(nullable: false),
            bytes = table.Column<long>(nullable: false),
            played = table.Column<long>(nullable: false),
            elapsed = table.Column<long>(nullable: false),
            worked = table.Column<long>(nullable: false),
        },
        constraints: table =>
        {
            table.PrimaryKey("PK_packagings", row => row.file_id);
        });

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropTable("packagings");
}
