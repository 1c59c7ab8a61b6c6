using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using TelegramHls.Catalog.Database;

namespace TelegramHls.Catalog.Migrations;

/// <summary>What became of messages that are to be deleted.</summary>
[DbContext(typeof(CatalogContext))]
[Migration("20261121000005_Removals")]
internal sealed class Removals : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<long>("tried_at", "orphans", nullable: true);
        migrationBuilder.AddColumn<string>("reason", "orphans", nullable: true);
        migrationBuilder.AddColumn<long>("emptied_at", "orphans", nullable: true);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropColumn("tried_at", "orphans");
        migrationBuilder.DropColumn("reason", "orphans");
        migrationBuilder.DropColumn("emptied_at", "orphans");
    }
}
