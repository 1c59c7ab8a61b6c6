using System.Collections.Immutable;
using System.Text;
using TelegramHls.Media.Subtitles;

namespace TelegramHls.Media.Previews;

/// <summary>The small pictures of a film.</summary>
/// <param name="Grid">Where they lie.</param>
/// <param name="Times">When each is to be seen in the film, from its beginning, in order; at least one.</param>
/// <param name="Duration">How long the film plays.</param>
/// <param name="Sheets">The sheets in their order, as JPEG; the last may have empty places.</param>
public sealed record PreviewSheets(
    PreviewGrid Grid, ImmutableArray<TimeSpan> Times, TimeSpan Duration, ImmutableArray<byte[]> Sheets)
{
    /// <summary>
    /// The WebVTT file by which players find the picture of a moment: a cue for each, with its address and its place on the sheet. A
    /// picture stands from its time to that of the next one, the first from the beginning on.
    /// </summary>
    /// <param name="address">Address of a sheet by its number from 0, relative to the file's own.</param>
    public string Track(Func<int, string> address)
    {
        var text = new StringBuilder("WEBVTT\n");
        for (int place = 0; place < Times.Length; place++)
        {
            TimeSpan from = place == 0 ? TimeSpan.Zero : Times[place];
            TimeSpan to = place + 1 < Times.Length ? Times[place + 1] : from < Duration ? Duration : from + Grid.Interval;
            (int sheet, int rest) = Math.DivRem(place, Grid.SheetSize);
            (int row, int column) = Math.DivRem(rest, PreviewGrid.Columns);
            text.Append('\n').Append($"{VttWriter.Time(from)} --> {VttWriter.Time(to)}\n")
                .Append($"{address(sheet)}#xywh={column * Grid.TileWidth},{row * Grid.TileHeight},{Grid.TileWidth},{Grid.TileHeight}\n");
        }

        return text.ToString();
    }
}
