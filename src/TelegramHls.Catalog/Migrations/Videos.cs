using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using TelegramHls.Catalog.Database;

namespace TelegramHls.Catalog.Migrations;

/// <summary>Videos with their tracks and links.</summary>
[DbContext(typeof(CatalogContext))]
[Migration("20261121000002_Videos")]
internal sealed class Videos : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        MakeVideos(migrationBuilder);
        MakeTracks(migrationBuilder);
        MakeShareLinks(migrationBuilder);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("share_links");
        migrationBuilder.DropTable("tracks");
        migrationBuilder.DropTable("videos");
    }

    private static void MakeVideos(MigrationBuilder builder)
    {
        builder.CreateTable(
            "videos",
            table => new
            {
                id = table.Column<string>(nullable: false),
                owner_id = table.Column<long>(nullable: false),
                chat_id = table.Column<long>(nullable: false),
                source_message_id = table.Column<int>(nullable: false),
                progress_message_id = table.Column<int>(nullable: true),
                kind = table.Column<string>(nullable: false),
                state = table.Column<string>(nullable: false),
                title = table.Column<string>(nullable: false),
                file_name = table.Column<string>(nullable: false),
                mime_type = table.Column<string>(nullable: true),
                size = table.Column<long>(nullable: false),
                duration = table.Column<long>(nullable: true),
                width = table.Column<int>(nullable: true),
                height = table.Column<int>(nullable: true),
                codecs = table.Column<string>(nullable: true),
                source_unique_id = table.Column<string>(nullable: true),
                source_file_id = table.Column<string>(nullable: true),
                source_sha256 = table.Column<string>(nullable: true),
                file_id = table.Column<string>(nullable: true),
                index_file_id = table.Column<string>(nullable: true),
                created_at = table.Column<long>(nullable: false),
                ready_at = table.Column<long>(nullable: true),
                failure_reason = table.Column<string>(nullable: true),
                facts_json = table.Column<string>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_videos", row => row.id);
                table.ForeignKey(
                    "FK_videos_stored_files_file_id", row => row.file_id, "stored_files", "id",
                    onDelete: ReferentialAction.Restrict);
                table.ForeignKey(
                    "FK_videos_stored_files_index_file_id", row => row.index_file_id, "stored_files", "id",
                    onDelete: ReferentialAction.Restrict);
            });
        builder.CreateIndex("IX_videos_file_id", "videos", "file_id");
        builder.CreateIndex("IX_videos_index_file_id", "videos", "index_file_id");
        builder.CreateIndex("IX_videos_owner_id_created_at", "videos", ["owner_id", "created_at"]);
        builder.CreateIndex("IX_videos_source_sha256", "videos", "source_sha256");
        builder.CreateIndex("IX_videos_source_unique_id", "videos", "source_unique_id");
        builder.CreateIndex("IX_videos_state", "videos", "state");
    }

    private static void MakeTracks(MigrationBuilder builder)
    {
        builder.CreateTable(
            "tracks",
            table => new
            {
                video_id = table.Column<string>(nullable: false),
                name = table.Column<string>(nullable: false),
                place = table.Column<int>(nullable: false),
                kind = table.Column<string>(nullable: false),
                codec = table.Column<string>(nullable: false),
                language = table.Column<string>(nullable: true),
                title = table.Column<string>(nullable: true),
                is_default = table.Column<bool>(nullable: false),
                bitrate = table.Column<long>(nullable: true),
                channels = table.Column<int>(nullable: true),
                width = table.Column<int>(nullable: true),
                height = table.Column<int>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_tracks", row => new { row.video_id, row.name });
                table.ForeignKey(
                    "FK_tracks_videos_video_id", row => row.video_id, "videos", "id",
                    onDelete: ReferentialAction.Cascade);
            });
    }

    private static void MakeShareLinks(MigrationBuilder builder)
    {
        builder.CreateTable(
            "share_links",
            table => new
            {
                key = table.Column<string>(nullable: false),
                video_id = table.Column<string>(nullable: false),
                created_at = table.Column<long>(nullable: false),
                revoked_at = table.Column<long>(nullable: true),
                expires_at = table.Column<long>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_share_links", row => row.key);
                table.ForeignKey(
                    "FK_share_links_videos_video_id", row => row.video_id, "videos", "id",
                    onDelete: ReferentialAction.Cascade);
            });
        builder.CreateIndex("IX_share_links_video_id", "share_links", "video_id");
    }
}
