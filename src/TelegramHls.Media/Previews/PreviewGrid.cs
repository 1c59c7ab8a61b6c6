using TelegramHls.Media.Pictures;

namespace TelegramHls.Media.Previews;

/// <summary>How many small pictures of a film there may be and where they lie: side by side on a few sheets, row by row.</summary>
/// <param name="Interval">Whole seconds; in each the first key frame becomes a picture.</param>
/// <param name="Sheets">The most sheets that may be needed, 1 to 3.</param>
/// <param name="Rows">Rows of each sheet.</param>
/// <param name="TileWidth">Pixels of a picture; even.</param>
/// <param name="TileHeight">Pixels of a picture; even.</param>
public sealed record PreviewGrid(TimeSpan Interval, int Sheets, int Rows, int TileWidth, int TileHeight)
{
    /// <summary>Pictures in a row.</summary>
    public const int Columns = 10;

    /// <summary>Sheets of the longest film.</summary>
    public const int MostSheets = 3;

    private const int LongSide = 192;
    private const int TilesOfASheet = 100;
    private const int MostTiles = MostSheets * TilesOfASheet;

    /// <summary>Pictures on a full sheet.</summary>
    public int SheetSize => Rows * Columns;

    /// <summary>
    /// One picture in 10 s; in the shorter films more, as long as one sheet holds them, and above 50 minutes fewer: three sheets of
    /// 100 hold any film.
    /// </summary>
    /// <param name="film">Its pictures.</param>
    /// <param name="duration">How long it plays; more than 0.</param>
    public static PreviewGrid Of(FilmPictures film, TimeSpan duration)
    {
        double fine = Math.Clamp(Math.Ceiling(duration.TotalSeconds / TilesOfASheet), 2, 10);
        double interval = Math.Max(fine, Math.Ceiling(duration.TotalSeconds / MostTiles));
        double tiles = Math.Ceiling(duration.TotalSeconds / interval);
        double sheets = Math.Ceiling(tiles / TilesOfASheet);
        (int width, int height) = film.Within(LongSide);
        return new PreviewGrid(
            TimeSpan.FromSeconds(interval), (int)sheets, (int)Math.Ceiling(tiles / sheets / Columns), width, height);
    }
}
