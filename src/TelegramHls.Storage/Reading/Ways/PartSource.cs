using Microsoft.Extensions.Logging;
using TelegramHls.Core.Ids;
using TelegramHls.Core.Storing;
using TelegramHls.Storage.Cache;
using TelegramHls.Storage.Pool.Members;
using TelegramHls.Storage.Transport;

namespace TelegramHls.Storage.Reading.Ways;

/// <summary>
/// Opens parts by the ids that bots hold of them. A bot that was told to wait, is out or has a stale id is passed by at
/// once; when no known id is left, another bot gets itself one.
/// </summary>
internal sealed class PartSource(
    PoolRoster roster, BotLanes lanes, OwnIds ids, KnownFiles known, TimeProvider time, ILogger<PartSource> logger) : IPartSource
{
    // A revoked token may come back; asking costs a round trip.
    private static readonly TimeSpan RestOfARefused = TimeSpan.FromSeconds(10);

    public async Task<OpenedPart> OpenAsync(
        StoredFileId file, StoredPart part, WaysTried tried, Task wanted, int offset, CancellationToken cancellationToken)
    {
        FileSourceException? last = null;
        while (true)
        {
            StoredPart now = await known.PartAsync(file, part, cancellationToken);
            Replica? way = Best(now, tried) ?? await AcquireAsync(file, now, tried, cancellationToken);
            if (way is null)
            {
                // The next attempt reads anew which replicas there are.
                tried.Reset();
                known.Forget(file);
                throw NoWay(file, now, last);
            }

            bool isKnown = tried.PathOf(way.FileId) is not null;
            try
            {
                return await TakeAsync(way, part, tried, wanted, offset, cancellationToken);
            }
            catch (FileSourceException exception) when (exception.Fault == FileFault.Gone && isKnown)
            {
                // It was there before: the server purged it, and fetches it anew when it is asked again.
                tried.Fail();
            }
            catch (FileSourceException exception) when (exception.Fault != FileFault.Unreachable)
            {
                tried.Close();
                last = exception;
                logger.WayClosed(way.BotId, part.Index, file, exception.Message);
                Rest(way.BotId, exception);
            }
            catch (FileSourceException)
            {
                tried.Fail();
                throw;
            }
        }
    }

    /// <summary>The known way that failed least, among equals by the bot that has least to do.</summary>
    private Replica? Best(StoredPart part, WaysTried tried) => part.Replicas
        .Where(way => !tried.IsClosed(way.FileId)
            && roster.Find(way.BotId) is not null
            && !roster.HasLostToken(way.BotId)
            && !lanes.Of(way.BotId).IsResting)
        .OrderBy(way => tried.FailuresOf(way.FileId))
        .ThenBy(way => lanes.Of(way.BotId).Load)
        .FirstOrDefault();

    private async Task<Replica?> AcquireAsync(
        StoredFileId file, StoredPart part, WaysTried tried, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(PartDownloader.Stall, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            return await ids.AcquireAsync(file, part, tried, either.Token);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            return null;
        }
    }

    private async Task<OpenedPart> TakeAsync(
        Replica way, StoredPart part, WaysTried tried, Task wanted, int offset, CancellationToken cancellationToken)
    {
        tried.Take(way.FileId);
        BotConnection bot = roster.Find(way.BotId)
            ?? throw new FileSourceException(FileFault.BotOut, $"Bot {way.BotId} is not configured.");
        if (!wanted.IsCompleted && tried.PathOf(way.FileId) is null)
        {
            // Asking takes nothing of the line, and the server fetches the file while this one waits for its turn.
            await LocateAsync(bot, way.FileId, tried, cancellationToken);
        }

        ILanePlace place = await lanes.Of(way.BotId).EnterAsync(wanted, cancellationToken);
        try
        {
            string path = tried.PathOf(way.FileId) ?? await LocateAsync(bot, way.FileId, tried, cancellationToken);
            return new OpenedPart(await OpenAsync(bot, path, part, offset, cancellationToken), place);
        }
        catch
        {
            place.Dispose();
            throw;
        }
    }

    private Task<string> LocateAsync(
        BotConnection bot, string fileId, WaysTried tried, CancellationToken cancellationToken) =>
        InTimeAsync(
            async limit =>
            {
                string path = await FileSource.LocateAsync(bot, fileId, limit);
                tried.Learn(fileId, path);
                return path;
            },
            cancellationToken);

    private Task<Stream> OpenAsync(
        BotConnection bot, string path, StoredPart part, int offset, CancellationToken cancellationToken) =>
        InTimeAsync(
            async limit =>
            {
                OpenedFile opened = await FileSource.OpenPathAsync(bot, path, offset, limit);
                if (opened.Length is { } length && length != part.Length)
                {
                    await opened.DisposeAsync();
                    throw new FileSourceException(
                        FileFault.Gone, $"The file has {length} bytes instead of {part.Length}.");
                }

                return opened.Bytes;
            },
            cancellationToken);

    private async Task<T> InTimeAsync<T>(Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(PartDownloader.Stall, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            return await call(either.Token);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            throw new FileSourceException(
                FileFault.Unreachable, $"No answer came for {PartDownloader.Stall.TotalSeconds} s.");
        }
    }

    private void Rest(long bot, FileSourceException refusal)
    {
        if (refusal.Fault is FileFault.Throttled or FileFault.BotOut)
        {
            lanes.Of(bot).Rest(refusal.RetryAfter ?? RestOfARefused);
        }
    }

    /// <summary>When every bot that holds an id has to rest, the reason says until when.</summary>
    private FileSourceException NoWay(StoredFileId file, StoredPart part, FileSourceException? last)
    {
        DateTimeOffset now = time.GetUtcNow();
        List<DateTimeOffset> rests =
            [.. part.Replicas.Select(way => lanes.Of(way.BotId).RestsUntil).Where(until => until > now)];
        return rests.Count > 0 && last?.Fault is null or FileFault.Throttled
            ? new FileSourceException(
                FileFault.Throttled, $"Every bot that can read part {part.Index} of {file} has to wait.", rests.Min() - now)
            : last ?? new FileSourceException(
                FileFault.Gone, $"No bot of the pool can see a message of part {part.Index} of {file}.");
    }
}
