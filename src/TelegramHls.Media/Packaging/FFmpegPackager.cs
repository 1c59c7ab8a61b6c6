using Microsoft.Extensions.Logging;
using TelegramHls.Core.Waiting;
using TelegramHls.Media.Planning;
using TelegramHls.Media.Processes;

namespace TelegramHls.Media.Packaging;

/// <summary>Runs ffmpeg and reads what it writes.</summary>
internal sealed class FFmpegPackager(IFFmpegLocator locator, StallLimit limit, TimeProvider clock, ILogger<FFmpegPackager> logger)
    : IPackager
{
    public async Task<PackagingFigures> PackageAsync(
        PackagePlan plan,
        string source,
        IPackageSink sink,
        IProgress<PackagingProgress>? progress,
        CancellationToken cancellationToken)
    {
        FFmpegTools.Found tools = (await locator.FindAsync(cancellationToken)).Match(
            found => found, missing => throw new PackagingException(missing.Reason, logTail: string.Empty) { HasRun = false });
        long started = clock.GetTimestamp();
        using var stall = new StallWatch(limit, clock);
        var log = new ProgressReader(plan.Duration, stall, progress);
        using SafeSource link = SafeSource.Link(source);
        await using FFmpegProcess process =
            FFmpegProcess.Start(tools.FFmpegPath, PackageArguments.For(plan, link.Path), log.Read);
        await using CancellationTokenRegistration stop = cancellationToken.Register(process.Kill);
        await using CancellationTokenRegistration giveUp = stall.Stalled.Register(process.Kill);
        process.GiveWay();
        var pump = new PackagePump(plan, sink, stall, clock);
        try
        {
            await pump.RunAsync(process.Output, cancellationToken);
            await EndAsync(process, stall, log, cancellationToken);
            pump.Complete();
        }
        catch (InvalidDataException fault)
        {
            process.Kill();
            await process.WaitAsync(CancellationToken.None);
            throw new PackagingException("The film could not be packaged: its tracks or time stamps are damaged.", log.Tail, fault);
        }

        var figures = new PackagingFigures(pump.Length, log.Position, clock.GetElapsedTime(started), pump.Worked);
        Log.Packaged(logger, figures.Bytes, figures.Elapsed.TotalSeconds);
        if (log.Tail is { Length: > 0 } tail)
        {
            Log.Damaged(logger, tail);
        }

        return figures;
    }

    /// <exception cref="PackagingException">It did not end well.</exception>
    private async Task EndAsync(FFmpegProcess process, StallWatch stall, ProgressReader log, CancellationToken cancellationToken)
    {
        stall.Wait();
        int exitCode = await process.WaitAsync(cancellationToken);
        stall.Go();
        cancellationToken.ThrowIfCancellationRequested();
        if (stall.HasStalled)
        {
            throw new PackagingException($"The film could not be packaged: ffmpeg stood still for {limit.InWords}.", log.Tail)
            {
                Stalled = limit.InWords,
            };
        }

        if (exitCode != 0)
        {
            throw new PackagingException(FFmpegEnd.InWords(exitCode), log.Tail);
        }
    }
}
