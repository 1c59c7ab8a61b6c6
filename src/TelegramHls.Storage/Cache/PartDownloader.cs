using Microsoft.Extensions.Logging;

namespace TelegramHls.Storage.Cache;

/// <summary>Downloads parts, each over one stream at a time, the wanted blocks first.</summary>
internal sealed class PartDownloader(IPartSource source, TimeProvider time, ILogger<PartDownloader> logger)
{
    /// <summary>How long a download goes on after its last reader has left.</summary>
    public static readonly TimeSpan Linger = TimeSpan.FromSeconds(5);

    /// <summary>A wanted block that is so many blocks ahead is reached by a new request instead of reading up to it.</summary>
    public const int JumpBlocks = 8;

    /// <summary>A stream that brings no block for so long is given up.</summary>
    public static readonly TimeSpan Stall = TimeSpan.FromSeconds(20);

    private static readonly double[] Pauses = [0.1, 0.5, 1, 2, 4, 8];

    public CancellationTokenSource NewLifetime() => new(Timeout.InfiniteTimeSpan, time);

    /// <summary>Comes back when every block is good.</summary>
    /// <exception cref="PartUnavailableException">Seven attempts in a row brought no good block.</exception>
    public async Task RunAsync(CachedPart part, int firstBlock, CancellationToken cancellationToken)
    {
        using var run = new DownloadRun(part, firstBlock, logger);
        int failures = 0;
        while (run.Next >= 0)
        {
            int good = run.GoodBlocks;
            try
            {
                await StreamAsync(run, failures, cancellationToken);
            }
            catch (IOException exception) when (!cancellationToken.IsCancellationRequested)
            {
                failures = run.GoodBlocks > good ? 1 : failures + 1;
                logger.DownloadFailed(part.Part.Index, part.File, failures, exception.Message);
                if (failures > Pauses.Length)
                {
                    throw new PartUnavailableException(part.File, part.Part.Index, exception);
                }

                await Task.Delay(TimeSpan.FromSeconds(Pauses[failures - 1]), time, cancellationToken);
            }
        }
    }

    private async Task StreamAsync(DownloadRun run, int attempt, CancellationToken cancellationToken)
    {
        if (run.SkipGood())
        {
            return;
        }

        using var patience = new CancellationTokenSource(Stall, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            int block = run.Next;
            await using Stream stream = await source.OpenAsync(
                run.Part.File, run.Part.Part, attempt, BlockMap.StartOf(block), either.Token);
            do
            {
                patience.CancelAfter(Stall);
                await run.TakeAsync(stream, block, either.Token);
                block++;
            }
            while (run.Next >= block && run.Next - block < JumpBlocks);
        }
        catch (OperationCanceledException exception) when (patience.IsCancellationRequested)
        {
            throw new IOException($"No block came for {Stall.TotalSeconds} s.", exception);
        }
    }
}
