using System.Globalization;
using Microsoft.Extensions.Logging;
using TelegramHls.Media.Planning;
using TelegramHls.Media.Processes;

namespace TelegramHls.Media.Posters;

/// <summary>Lets ffmpeg take pictures at a few moments and keeps the first in which something can be seen.</summary>
internal sealed class FFmpegPosterMaker(IFFmpegLocator locator, TimeProvider clock, ILogger<FFmpegPosterMaker> logger) : IPosterMaker
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    // Most films are past their logos after a tenth; the rest is for those that are black there.
    private static readonly double[] Moments = [0.1, 0.25, 0.5, 0.75, 0.02];

    public async Task<byte[]?> MakeAsync(string source, PackagePlan plan, CancellationToken cancellationToken)
    {
        string? ffmpeg = (await locator.FindAsync(cancellationToken)).Match(found => found.FFmpegPath, _ => (string?)null);
        if (ffmpeg is null)
        {
            return null;
        }

        using var patience = new CancellationTokenSource(Patience, clock);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        using SafeSource link = SafeSource.Link(source);
        try
        {
            return plan.Tracks.FirstOrDefault(track => track.Kind == TrackKind.Video) is { } film
                ? await FrameAsync(ffmpeg, link.Path, film.SourceIndex, plan.Duration ?? TimeSpan.Zero, limit.Token)
                : (await TakeAsync(ffmpeg, PosterArguments.Cover(link.Path), limit.Token))?.Jpeg;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            Log.NoPicture(logger, $"It took longer than {Patience.TotalSeconds:0} seconds.");
            return null;
        }
    }

    private async Task<byte[]?> FrameAsync(
        string ffmpeg, string source, int stream, TimeSpan duration, CancellationToken cancellationToken)
    {
        Candidate? best = null;
        foreach (double moment in duration > TimeSpan.Zero ? Moments : [0])
        {
            Candidate? candidate =
                await TakeAsync(ffmpeg, PosterArguments.Frame(source, stream, duration * moment), cancellationToken);
            if (candidate is not null && (best is null || candidate.Contrast > best.Contrast))
            {
                best = candidate;
            }

            if (best is { ShowsSomething: true })
            {
                break;
            }
        }

        return best?.Jpeg;
    }

    private async Task<Candidate?> TakeAsync(string ffmpeg, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        var log = new LogTail();
        double low = 0;
        double high = 0;
        void Read(string line)
        {
            log.Add(line);
            low = Figure(line, "lavfi.signalstats.YLOW=") ?? low;
            high = Figure(line, "lavfi.signalstats.YHIGH=") ?? high;
        }

        await using FFmpegProcess process = FFmpegProcess.Start(ffmpeg, arguments, Read);
        await using CancellationTokenRegistration stop = cancellationToken.Register(process.Kill);
        using var jpeg = new MemoryStream();
        await process.Output.CopyToAsync(jpeg, cancellationToken);
        int exitCode = await process.WaitAsync(cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        if (exitCode == 0 && jpeg.Length > 0)
        {
            return new Candidate(jpeg.ToArray(), high - low);
        }

        Log.NoPicture(logger, log.ToString());
        return null;
    }

    private static double? Figure(string line, string name) =>
        line.IndexOf(name, StringComparison.Ordinal) is >= 0 and int start
        && double.TryParse(line.AsSpan(start + name.Length), NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            ? value
            : null;

    /// <summary>A picture, and how far apart its dark tenth and its bright tenth are, of 255.</summary>
    private sealed record Candidate(byte[] Jpeg, double Contrast)
    {
        // Black, white and faded pictures lie below 10; a night scene with one lamp reaches 20.
        public bool ShowsSomething => Contrast >= 16;
    }
}
