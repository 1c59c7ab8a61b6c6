using TelegramHls.Media.Pictures;
using TelegramHls.Media.Previews;
using TelegramHls.Media.Probing;

namespace TelegramHls.Media.Tests.Previews;

public sealed class PreviewGridTests
{
    [Theory]
    [InlineData(0.04, 2, 1, 1)]
    [InlineData(6, 2, 1, 1)]
    [InlineData(200, 2, 1, 10)]
    [InlineData(201, 3, 1, 7)]
    [InlineData(1000, 10, 1, 10)]
    [InlineData(1010, 10, 2, 6)]
    [InlineData(3000, 10, 3, 10)]
    [InlineData(6120, 21, 3, 10)]
    [InlineData(43_200, 144, 3, 10)]
    public void Of_AFilmOfThatLength_HasAtMostThreeSheetsOfAHundred(double seconds, int interval, int sheets, int rows)
    {
        PreviewGrid grid = PreviewGrid.Of(Film(1920, 1080), TimeSpan.FromSeconds(seconds));

        (grid.Interval.TotalSeconds, grid.Sheets, grid.Rows).ShouldBe((interval, sheets, rows));
    }

    [Theory]
    [InlineData(1920, 1080, 1, 1, 0, 192, 108)]
    [InlineData(1920, 800, 1, 1, 0, 192, 80)]
    [InlineData(720, 576, 64, 45, 0, 192, 108)]
    [InlineData(1920, 1080, 1, 1, 90, 108, 192)]
    [InlineData(3840, 20, 1, 1, 0, 192, 16)]
    [InlineData(64, 36, 0, 0, 0, 64, 36)]
    public void Of_PicturesOfThatShape_KeepsIt(int width, int height, int above, int below, int rotation, int tileWidth, int tileHeight)
    {
        PreviewGrid grid = PreviewGrid.Of(Film(width, height, new Ratio(above, below), rotation), TimeSpan.FromSeconds(10));

        (grid.TileWidth, grid.TileHeight).ShouldBe((tileWidth, tileHeight));
    }

    [Fact]
    public void Track_TwoSheets_NamesEachPictureOfEach()
    {
        var grid = new PreviewGrid(TimeSpan.FromSeconds(10), Sheets: 2, Rows: 1, TileWidth: 64, TileHeight: 36);
        var sheets = new PreviewSheets(
            grid, [.. Enumerable.Range(0, 12).Select(place => TimeSpan.FromSeconds((10 * place) + 0.25))], TimeSpan.FromSeconds(115.5), [[1], [2]]);

        string[] cues = sheets.Track(sheet => $"sheet-{sheet}.jpg?v=7").Split("\n\n");

        cues.Length.ShouldBe(13);
        cues[0].ShouldBe("WEBVTT");
        cues[1].ShouldBe("00:00:00.000 --> 00:00:10.250\nsheet-0.jpg?v=7#xywh=0,0,64,36");
        cues[10].ShouldBe("00:01:30.250 --> 00:01:40.250\nsheet-0.jpg?v=7#xywh=576,0,64,36");
        cues[12].ShouldBe("00:01:50.250 --> 00:01:55.500\nsheet-1.jpg?v=7#xywh=64,0,64,36\n");
    }

    private static FilmPictures Film(int width, int height, Ratio? aspect = null, int rotation = 0) => new(
        0,
        null,
        new VideoFacts(
            width, height, "yuv420p", 8, aspect ?? new Ratio(1, 1), rotation, new Ratio(25, 1), new Ratio(25, 1), 0, "progressive", null, null, null, null));
}
