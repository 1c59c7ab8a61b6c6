using Microsoft.Extensions.Logging;
using TelegramHls.Storage.Cache.Shelves;
using TelegramHls.Storage.Transport;

namespace TelegramHls.Storage.Cache;

/// <summary>Downloads parts, each over one stream at a time, the wanted blocks first.</summary>
internal sealed class PartDownloader(IPartSource source, TimeProvider time, ILogger<PartDownloader> logger)
{
    /// <summary>How long a download goes on after its last reader has left.</summary>
    public static readonly TimeSpan Linger = TimeSpan.FromSeconds(3);

    /// <summary>How long it goes on when that reader could not wait any longer: he was told to come back.</summary>
    public static readonly TimeSpan LingerForReturn = TimeSpan.FromSeconds(12);

    /// <summary>A wanted block that is so many blocks ahead is reached by a new request instead of reading up to it.</summary>
    public const int JumpBlocks = 8;

    /// <summary>A way that brings no block for so long is given up.</summary>
    public static readonly TimeSpan Stall = TimeSpan.FromSeconds(20);

    /// <summary>Nobody waits for a bot that must not be asked for longer than this.</summary>
    public static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(30);

    // Seconds. None is longer than 2, so that a player who comes back soon meets an attempt within his patience.
    private static readonly double[] Pauses = [0.1, 0.5, 1, 2, 2, 2, 2, 2, 2, 2];

    public CancellationTokenSource NewLifetime() => new(Timeout.InfiniteTimeSpan, time);

    /// <summary>Waits for the task, at most so long.</summary>
    /// <exception cref="TimeoutException">It did not end.</exception>
    public async Task WaitAsync(Task task, TimeSpan longest, CancellationToken cancellationToken)
    {
        long began = time.GetTimestamp();
        try
        {
            await task.WaitAsync(longest, time, cancellationToken);
        }
        catch (TimeoutException exception)
        {
            throw new TimeoutException("Its bytes did not come in time.", exception);
        }
        finally
        {
            StorageMetrics.Missed();
            StorageMetrics.CacheWait.Record(time.GetElapsedTime(began).TotalSeconds);
        }
    }

    /// <summary>Comes back when every block from that one on is good, and every other one that somebody waits for.</summary>
    /// <exception cref="PartUnavailableException">
    /// Eleven attempts in a row brought no good block, or every way has to rest for longer than somebody waits.
    /// </exception>
    public async Task RunAsync(CachedPart part, int firstBlock, CancellationToken cancellationToken)
    {
        using var run = new DownloadRun(part, firstBlock, logger);
        int failures = 0;
        while (run.Next >= 0)
        {
            int good = run.GoodBlocks;
            try
            {
                await StreamAsync(run, cancellationToken);
            }
            catch (IOException exception) when (!cancellationToken.IsCancellationRequested)
            {
                failures = run.GoodBlocks > good ? 1 : failures + 1;
                logger.DownloadFailed(part.Part.Index, part.File, failures, exception.Message);
                TimeSpan? rest = (exception as FileSourceException)?.RetryAfter;
                if (failures > Pauses.Length || rest > LongestRest)
                {
                    throw new PartUnavailableException(part.File, part.Part.Index, exception, rest);
                }

                await Task.Delay(rest ?? TimeSpan.FromSeconds(Pauses[failures - 1]), time, cancellationToken);
            }
        }
    }

    private async Task StreamAsync(DownloadRun run, CancellationToken cancellationToken)
    {
        if (run.SkipGood())
        {
            return;
        }

        int block = run.Next;
        await using OpenedPart opened = await source.OpenAsync(
            run.Part.File, run.Part.Part, run.Ways, run.Part.Wanted, BlockMap.StartOf(block), cancellationToken);
        bool inPlace = opened.Bytes is FileStream file && run.Part.TryAdopt(file);
        opened.IsKept = inPlace;
        using var patience = new CancellationTokenSource(Stall, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        int taken = 0;
        try
        {
            do
            {
                patience.CancelAfter(Stall);
                await run.TakeAsync(opened.Bytes, block, inPlace, either.Token);
                block++;
                taken++;
            }
            while (run.Next >= block
                && run.Next - block < JumpBlocks
                && opened.Place?.MustYield(run.Part.IsWanted, taken) != true);
        }
        catch (OperationCanceledException exception) when (patience.IsCancellationRequested)
        {
            run.Ways.Fail();
            throw new IOException($"No block came for {Stall.TotalSeconds} s.", exception);
        }
        catch (IOException exception) when (exception is not NoRoomException)
        {
            run.Ways.Fail();
            throw;
        }
    }
}
