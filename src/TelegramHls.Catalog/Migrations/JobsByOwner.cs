using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using TelegramHls.Catalog.Database;

namespace TelegramHls.Catalog.Migrations;

/// <summary>Whose jobs they are stands in the index that searches read.</summary>
[DbContext(typeof(CatalogContext))]
[Migration("20261121000010_JobsByOwner")]
internal sealed class JobsByOwner : Migration
{
    private const string Index = "IX_jobs_search";

    private static readonly string[] Before =
        ["state", "created_at", "id", "subject", "step", "finished_at", "words", "error"];

    private static readonly string[] After =
        ["state", "created_at", "id", "subject", "owner", "step", "finished_at", "words", "error"];

    protected override void Up(MigrationBuilder migrationBuilder) => Replace(migrationBuilder, After);

    protected override void Down(MigrationBuilder migrationBuilder) => Replace(migrationBuilder, Before);

    private static void Replace(MigrationBuilder builder, string[] columns)
    {
        builder.DropIndex(Index, "jobs");
        builder.CreateIndex(Index, "jobs", columns);
    }
}
