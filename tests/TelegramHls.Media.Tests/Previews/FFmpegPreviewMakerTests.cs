using System.Globalization;
using System.Text.RegularExpressions;
using TelegramHls.Media.Pictures;
using TelegramHls.Media.Previews;
using TelegramHls.Testing;

namespace TelegramHls.Media.Tests.Previews;

/// <summary>Films whose pictures tell their time by their brightness: what a tile shows says which picture it is.</summary>
public sealed partial class FFmpegPreviewMakerTests : IDisposable
{
    private readonly TempDirectory _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("brightening.mp4", 24, 2)]
    [InlineData("brightening.ts", 24, 2)]
    [InlineData("brightening-late.mkv", 24, 2)]
    [InlineData("brightening-long.mp4", 1010, 10)]
    public async Task MakeAsync_KeyFramesAtAnyTimes_ShowsAtEachTimeTheKeyFrameThatBeganItsInterval(string name, int seconds, int interval)
    {
        (string source, double rise) = await BrighteningAsync(name);
        double[] keys = await KeyFramesAsync(source);

        PreviewSheets sheets = await MakeAsync(source, TimeSpan.FromSeconds(seconds));

        (TimeSpan From, TimeSpan To, double Level)[] tiles = await TilesAsync(sheets);
        tiles[0].From.ShouldBe(TimeSpan.Zero);
        tiles[^1].To.ShouldBe(TimeSpan.FromSeconds(seconds));
        tiles.Skip(1).Select(tile => tile.From).ShouldBe(tiles.SkipLast(1).Select(tile => tile.To));
        tiles.Select(tile => tile.From.TotalSeconds)
            .ShouldBe(keys.GroupBy(key => Math.Floor(key / interval)).Select(cell => cell.First()), 0.001);
        foreach ((TimeSpan from, _, double level) in tiles)
        {
            level.ShouldBe(from.TotalSeconds * rise * 255 / 219, 2.5, $"the tile of {from}");
        }
    }

    [Fact]
    public async Task MakeAsync_Twice_GivesTheSameBytes()
    {
        (string source, _) = await BrighteningAsync("brightening.mp4");

        PreviewSheets first = await MakeAsync(source, TimeSpan.FromSeconds(24));
        PreviewSheets second = await MakeAsync(source, TimeSpan.FromSeconds(24));

        second.Sheets.ShouldHaveSingleItem().ShouldBe(first.Sheets[0]);
    }

    [Fact]
    public async Task MakeAsync_PicturesThatCannotBeRead_SaysWhy()
    {
        (string source, _) = await BrighteningAsync("brightening.mp4");
        string broken = _folder.File("broken.mp4");
        await File.WriteAllBytesAsync(broken, new byte[5000]);

        PreviewOutcome outcome = await MediaKit.Previews.MakeAsync(broken, (await MediaKit.PicturesAsync(source))!, CancellationToken.None);

        outcome.ShouldBeOfType<PreviewOutcome.NotMade>().Reason.ShouldStartWith("ffmpeg gives no pictures of this film:");
    }

    [Fact]
    public async Task MakeAsync_Cancelled_Ends()
    {
        (string source, _) = await BrighteningAsync("brightening.mp4");
        FilmPictures film = (await MediaKit.PicturesAsync(source))!;
        using var cancel = new CancellationTokenSource();
        await cancel.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => MediaKit.Previews.MakeAsync(source, film, cancel.Token));
    }

    private static async Task<PreviewSheets> MakeAsync(string source, TimeSpan duration)
    {
        FilmPictures film = (await MediaKit.PicturesAsync(source))! with { Duration = duration };
        return (await MediaKit.Previews.MakeAsync(source, film, CancellationToken.None)).Match(
            made => made.Sheets, notMade => throw new InvalidOperationException(notMade.Reason));
    }

    /// <summary>The film and by how much its brightness (16 to 235) rises in a second.</summary>
    private static async Task<(string Source, double Rise)> BrighteningAsync(string name)
    {
        if (name.Contains("long", StringComparison.Ordinal))
        {
            return (await BrighteningAsync(name, "s=64x36:r=1:d=1010", 0.2, "expr:not(mod(n,7))"), 0.2);
        }

        // Key frames now 0.1 s and now 7 s apart.
        string film = await BrighteningAsync("brightening.mp4", "s=128x72:r=10:d=24", 9, "0,0.5,2.9,3,8,8.1,9.9,10.3,17.2,21");
        return (
            name switch
            {
                "brightening.ts" => await Films.Make(name, "-i", film, "-c", "copy"),
                "brightening-late.mkv" => await Films.Make(name, "-i", film, "-c", "copy", "-output_ts_offset", "1000000"),
                _ => film,
            },
            9);
    }

    private static Task<string> BrighteningAsync(string name, string size, double rise, string keys) => Films.Make(
        name,
        "-f", "lavfi", "-i", FormattableString.Invariant($"color=black:{size},format=yuv420p,geq=lum='16+T*{rise}':cb=128:cr=128"),
        "-c:v", "libx264", "-preset", "ultrafast", "-bf", "2", "-qp", "4", "-g", "999", "-sc_threshold", "0", "-force_key_frames", keys);

    /// <summary>Times of the key frames since the film's beginning, as ffprobe sees them.</summary>
    private static async Task<double[]> KeyFramesAsync(string path)
    {
        string report = await Command.RunAsync(
            "ffprobe", "-v", "error", "-select_streams", "v", "-show_entries", "packet=pts_time,flags:format=start_time", "-of", "csv=p=0", path);
        string[][] lines = [.. report.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(','))];
        double start = Number(lines[^1][0]);
        return [.. lines[..^1].Where(line => line[1].StartsWith('K')).Select(line => Number(line[0]) - start).Order()];
    }

    /// <summary>What the WebVTT file names: from when to when, and the mean brightness (0 to 255) of the place on the sheet.</summary>
    private async Task<(TimeSpan From, TimeSpan To, double Level)[]> TilesAsync(PreviewSheets sheets)
    {
        int width = PreviewGrid.Columns * sheets.Grid.TileWidth;
        var pixels = new Dictionary<string, byte[]>();
        for (int sheet = 0; sheet < sheets.Sheets.Length; sheet++)
        {
            (string jpeg, string raw) = (_folder.File("sheet.jpg"), _folder.File("sheet.gray"));
            await File.WriteAllBytesAsync(jpeg, sheets.Sheets[sheet]);
            await Command.RunAsync("ffmpeg", "-v", "error", "-y", "-i", jpeg, "-pix_fmt", "gray", "-f", "rawvideo", raw);
            pixels.Add($"{sheet}", await File.ReadAllBytesAsync(raw));
        }

        return
        [
            .. Cue().Matches(sheets.Track(sheet => $"{sheet}.jpg")).Select(cue => (
                TimeSpan.Parse(cue.Groups["from"].Value, CultureInfo.InvariantCulture),
                TimeSpan.Parse(cue.Groups["to"].Value, CultureInfo.InvariantCulture),
                Mean(pixels[cue.Groups["sheet"].Value], width, [.. cue.Groups["n"].Captures.Select(n => (int)Number(n.Value))]))),
        ];
    }

    private static double Mean(byte[] pixels, int width, int[] place) =>
        (from y in Enumerable.Range(place[1], place[3])
         from x in Enumerable.Range(place[0], place[2])
         select (int)pixels[(y * width) + x]).Average();

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<from>[\d:.]+) --> (?<to>[\d:.]+)\n(?<sheet>\d)\.jpg#xywh=(?<n>\d+),(?<n>\d+),(?<n>\d+),(?<n>\d+)$", RegexOptions.Multiline)]
    private static partial Regex Cue();
}
