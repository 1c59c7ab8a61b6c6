using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using TelegramHls.Catalog.Database;

namespace TelegramHls.Catalog.Migrations;

/// <summary>What tells subtitles from other tracks.</summary>
[DbContext(typeof(CatalogContext))]
[Migration("20261121000007_Subtitles")]
internal sealed class Subtitles : Migration
{
    private static readonly string[] Marks = ["is_forced", "is_hearing_impaired", "is_added"];

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("companion", "tracks", nullable: true);
        foreach (string mark in Marks)
        {
            migrationBuilder.AddColumn<bool>(mark, "tracks", nullable: false, defaultValue: false);
        }
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropColumn("companion", "tracks");
        foreach (string mark in Marks)
        {
            migrationBuilder.DropColumn(mark, "tracks");
        }
    }
}
