using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using TelegramHls.Catalog.Database;

namespace TelegramHls.Catalog.Migrations;

/// <summary>Jobs that ended lately are found without looking at all.</summary>
[DbContext(typeof(CatalogContext))]
[Migration("20261121000012_JobsByEnd")]
internal sealed class JobsByEnd : Migration
{
    private const string Index = "IX_jobs_finished_at";

    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.CreateIndex(Index, "jobs", "finished_at");

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropIndex(Index, "jobs");
}
