using TelegramHls.Media.Pictures;
using TelegramHls.Media.Processes;

namespace TelegramHls.Media.Previews;

/// <summary>Writes ffmpeg's arguments for all sheets of a film.</summary>
internal static class PreviewArguments
{
    /// <param name="source">A name of ours.</param>
    /// <param name="film">Its pictures.</param>
    /// <param name="grid">Where they go.</param>
    /// <param name="tools">The ffmpeg that will run.</param>
    /// <param name="sheets">Pattern of the files to write.</param>
    public static IEnumerable<string> Of(
        string source, FilmPictures film, PreviewGrid grid, FFmpegTools.Found tools, string sheets)
    {
        // Sizes that change in the middle of a film must not start the sheet anew: all pictures are scaled to one.
        double interval = grid.Interval.TotalSeconds;
        string[] filters =
        [
            $"select='isnan(prev_selected_t)+gt(floor(t/{interval:0}),floor(prev_selected_t/{interval:0}))'", "settb=1/1000",
            .. PictureFilters.WholePictures(film.Facts, tools),
            $"scale={grid.TileWidth}:{grid.TileHeight}", "setsar=1",
            .. PictureFilters.UsualRange(film.Facts, tools),
            "format=yuvj420p", "showinfo=checksum=0", $"tile={PreviewGrid.Columns}x{grid.Rows}",
        ];
        return
        [
            "-hide_banner", "-v", "level+info", "-nostats", "-nostdin", .. SafeSource.InputOptions(),
            "-reinit_filter", "0", "-skip_frame", "nokey", "-skip_loop_filter", "all", "-threads", "2", "-i", source,
            "-map", $"0:{film.Stream}", "-an", "-sn", "-dn", "-map_metadata", "-1", "-vf", string.Join(',', filters),
            "-frames:v", $"{grid.Sheets}", "-fps_mode", "passthrough", "-threads", "2", "-fflags", "+bitexact", "-flags:v", "+bitexact",
            "-c:v", "mjpeg", "-q:v", "5", "-f", "image2", "-start_number", "0", sheets,
        ];
    }
}
