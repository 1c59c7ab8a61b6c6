using Microsoft.Extensions.Logging;
using TelegramHls.Media.Planning;
using TelegramHls.Media.Processes;

namespace TelegramHls.Media.Packaging;

/// <summary>Runs ffmpeg and reads what it writes.</summary>
internal sealed class FFmpegPackager(IFFmpegLocator locator, TimeProvider clock, ILogger<FFmpegPackager> logger) : IPackager
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
        var log = new ProgressReader(plan.Duration, progress);
        using SafeSource link = SafeSource.Link(source);
        await using FFmpegProcess process =
            FFmpegProcess.Start(tools.FFmpegPath, PackageArguments.For(plan, link.Path), log.Read);
        await using CancellationTokenRegistration stop = cancellationToken.Register(process.Kill);
        process.GiveWay();
        var pump = new PackagePump(plan, sink, clock);
        try
        {
            await pump.RunAsync(process.Output, cancellationToken);
            int exitCode = await process.WaitAsync(cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
            if (exitCode != 0)
            {
                throw new PackagingException(FFmpegEnd.InWords(exitCode), log.Tail);
            }

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
}
