using Microsoft.Extensions.Logging;
using TelegramHls.Media.Pictures;
using TelegramHls.Media.Processes;

namespace TelegramHls.Media.Posters;

/// <summary>Lets ffmpeg take pictures at a few moments, until one is good, and keeps the one that shows most.</summary>
internal sealed class FFmpegPosterMaker(IFFmpegLocator locator, TimeProvider clock, ILogger<FFmpegPosterMaker> logger) : IPosterMaker
{
    // The film waits for its poster, and most of a run is ffmpeg's start.
    private const int AtOnce = 2;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    // Behind the logos, before the end that one does not want to see; the likeliest first.
    private static readonly double[] Shares = [0.35, 0.5, 0.2, 0.65, 0.1, 0.8];

    // Where nobody knows how long it is: what lies behind the end gives no picture.
    private static readonly TimeSpan[] Guesses = [TimeSpan.Zero, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(120)];

    public async Task<byte[]?> MakeAsync(string source, FilmPictures? film, CancellationToken cancellationToken)
    {
        FFmpegTools.Found? tools = (await locator.FindAsync(cancellationToken)).Match(found => found, _ => (FFmpegTools.Found?)null);
        if (tools is null)
        {
            return null;
        }

        using SafeSource link = SafeSource.Link(source);
        if (film is null)
        {
            return (await BestAsync(tools, [PosterArguments.Cover(link.Path)], pixels: 1, cancellationToken))?.Jpeg;
        }

        TimeSpan[] moments = film.Duration is { } duration && duration > TimeSpan.Zero ? [.. Shares.Select(share => duration * share)] : Guesses;
        (int width, int height) = film.Within(PosterArguments.LongSide);
        Task<PosterCandidate?> TakeBestAsync(bool isExact) => BestAsync(
            tools,
            [.. moments.Select(moment => PosterArguments.Frame(link.Path, film, moment, isExact, tools))],
            width * height,
            cancellationToken);

        // All key frames of a short film may lie in its black opening.
        PosterCandidate? best = await TakeBestAsync(isExact: false);
        return (best is { ShowsSomething: true } ? best : await TakeBestAsync(isExact: true) ?? best)?.Jpeg;
    }

    private async Task<PosterCandidate?> BestAsync(
        FFmpegTools.Found tools, IEnumerable<string>[] pictures, int pixels, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience / 2, clock);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        List<PosterCandidate> candidates = [];
        try
        {
            foreach (IEnumerable<string>[] turn in pictures.Chunk(AtOnce))
            {
                candidates.AddRange((await Task.WhenAll(turn.Select(
                    picture => TakeAsync(tools.FFmpegPath, picture, pixels, limit.Token)))).OfType<PosterCandidate>());
                if (candidates.Exists(candidate => candidate.IsGood))
                {
                    break;
                }
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            Log.NoPicture(logger, $"It took longer than {Patience.TotalSeconds / 2:0} seconds.");
        }

        // Of equal ones the first.
        return candidates.MaxBy(candidate => candidate.Score);
    }

    private async Task<PosterCandidate?> TakeAsync(
        string ffmpeg, IEnumerable<string> arguments, int pixels, CancellationToken cancellationToken)
    {
        var log = new LogTail();
        var figures = new PictureFigures();
        void Read(string line)
        {
            log.Add(line);
            figures.Read(line);
        }

        await using FFmpegProcess process = FFmpegProcess.Start(ffmpeg, arguments, Read);
        await using CancellationTokenRegistration stop = cancellationToken.Register(process.Kill);
        using var jpeg = new MemoryStream();
        await process.Output.CopyToAsync(jpeg, cancellationToken);
        int exitCode = await process.WaitAsync(cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        if (exitCode == 0 && jpeg.Length > 0)
        {
            return new PosterCandidate(
                jpeg.ToArray(),
                figures.Of("signalstats.YAVG"),
                figures.Of("signalstats.YHIGH") - figures.Of("signalstats.YLOW"),
                figures.Of("entropy.normalized_entropy.normal.Y"),
                pixels);
        }

        Log.NoPicture(logger, log.ToString());
        return null;
    }
}
