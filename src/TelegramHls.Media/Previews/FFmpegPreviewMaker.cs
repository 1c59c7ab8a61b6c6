using TelegramHls.Media.Pictures;
using TelegramHls.Media.Processes;

namespace TelegramHls.Media.Previews;

/// <summary>Lets ffmpeg put the key frames of a film on sheets.</summary>
internal sealed class FFmpegPreviewMaker(IFFmpegLocator locator, TimeProvider clock) : IPreviewMaker
{
    // Twelve hours of 1080p with a key frame in two seconds take about two minutes of one core.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public async Task<PreviewOutcome> MakeAsync(string source, FilmPictures film, CancellationToken cancellationToken)
    {
        if (film.Duration is not { } duration || duration <= TimeSpan.Zero)
        {
            return new PreviewOutcome.NotMade("Nobody knows how long the film is.");
        }

        return await (await locator.FindAsync(cancellationToken)).Match(
            found => MakeAsync(found, source, film, PreviewGrid.Of(film, duration), cancellationToken),
            missing => Task.FromResult<PreviewOutcome>(new PreviewOutcome.NotMade(missing.Reason)));
    }

    private async Task<PreviewOutcome> MakeAsync(
        FFmpegTools.Found tools, string source, FilmPictures film, PreviewGrid grid, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        using SafeSource link = SafeSource.Link(source);
        DirectoryInfo folder = Directory.CreateTempSubdirectory("thls-pre-");
        try
        {
            IEnumerable<string> arguments = PreviewArguments.Of(
                link.Path, film, grid, tools, Path.Combine(folder.FullName, "%d.jpg"));
            (PreviewTimes times, string trouble) = await RunAsync(tools.FFmpegPath, arguments, limit.Token);
            byte[][] sheets = await Task.WhenAll(Enumerable.Range(0, grid.Sheets)
                .Select(sheet => Path.Combine(folder.FullName, $"{sheet}.jpg"))
                .TakeWhile(File.Exists)
                .Select(path => File.ReadAllBytesAsync(path, limit.Token)));
            return sheets.Length > 0
                ? new PreviewOutcome.Made(
                    new PreviewSheets(grid, [.. times.All.Take(sheets.Length * grid.SheetSize)], film.Duration!.Value, [.. sheets]))
                : new PreviewOutcome.NotMade($"ffmpeg gives no pictures of this film: {trouble}");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new PreviewOutcome.NotMade($"It took longer than {Patience.TotalMinutes:0} minutes.");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The pictures' times, and what else ffmpeg said last: a film that is broken in places gives the pictures of the others.</summary>
    private static async Task<(PreviewTimes Times, string Trouble)> RunAsync(
        string ffmpeg, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        var log = new LogTail();
        var times = new PreviewTimes();
        void Read(string line)
        {
            times.Read(line);
            if (line.Contains("[error]", StringComparison.Ordinal) || line.Contains("[fatal]", StringComparison.Ordinal))
            {
                log.Add(line);
            }
        }

        await using FFmpegProcess process = FFmpegProcess.Start(ffmpeg, arguments, Read);
        await using CancellationTokenRegistration stop = cancellationToken.Register(process.Kill);
        process.GiveWay();
        await process.WaitAsync(cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        return (times, log.ToString());
    }
}
