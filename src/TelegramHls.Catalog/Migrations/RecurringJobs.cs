using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using TelegramHls.Catalog.Database;

namespace TelegramHls.Catalog.Migrations;

/// <summary>How recurring jobs stand.</summary>
[DbContext(typeof(CatalogContext))]
[Migration("20261121000011_RecurringJobs")]
internal sealed class RecurringJobs : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.CreateTable(
        "recurring_jobs",
        table => new
        {
            name = table.Column<string>(nullable: false),
            is_on = table.Column<bool>(nullable: false),
            next_at = table.Column<long>(nullable: true),
            begun_at = table.Column<long>(nullable: true),
            took = table.Column<long>(nullable: true),
            result = table.Column<string>(nullable: true),
            error = table.Column<string>(nullable: true),
            failures = table.Column<int>(nullable: false),
        },
        constraints: table =>
        {
            table.PrimaryKey("PK_recurring_jobs", row => row.name);
        });

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropTable("recurring_jobs");
}
