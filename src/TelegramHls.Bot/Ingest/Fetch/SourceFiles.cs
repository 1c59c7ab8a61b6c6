using System.Buffers;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using TelegramHls.Bot.Hosting;
using TelegramHls.Core.Ids;
using TelegramHls.Core.Waiting;
using TelegramHls.Storage.Pool;
using TelegramHls.Storage.Transport;

namespace TelegramHls.Bot.Ingest.Fetch;

/// <summary>Brings sources to this machine's disk and finds them there again.</summary>
internal sealed class SourceFiles(
    SourceBot bot, DataDirectory directory, IOptions<TelegramOptions> telegram, StallLimit limit, TimeProvider clock)
{
    private const int BufferSize = 256 * 1024;

    // A local server answers once it has the whole file, and gives no sign of life before.
    private const long SlowestBytesPerSecond = 1024 * 1024;

    /// <summary>Where everything of one video in work lies.</summary>
    public string WorkDirectory(VideoId video) =>
        Directory.CreateDirectory(Path.Combine(directory.Spool, video.Value)).FullName;

    /// <summary>Fetches the whole source, hashing it on the way.</summary>
    /// <param name="video">The video; names the file in the spool.</param>
    /// <param name="fileId">The control bot's id for the source.</param>
    /// <param name="expected">Bytes that it should have; 0 when nobody knows.</param>
    /// <param name="progress">Told bytes so far and in all (0 when unknown).</param>
    /// <param name="cancellationToken">Ends the transfer.</param>
    /// <exception cref="FileSourceException">Telegram does not give it.</exception>
    public async Task<FetchedSource> FetchAsync(
        VideoId video, string fileId, long expected, Action<long, long> progress, CancellationToken cancellationToken)
    {
        await using OpenedFile opened = await OpenAsync(fileId, expected, cancellationToken);
        string? name = opened.LocalPath is null ? SpoolName(video) : null;
        await using Stream? copy = name is null ? null : CreateSpoolFile(video, name);
        (long size, string sha256) = await HashAsync(opened.Bytes, copy, done => progress(done, opened.Length ?? 0), cancellationToken);
        if (opened.Length is { } length && length != size)
        {
            throw new FileSourceException(FileFault.Unreachable, $"The transfer ended after {size} of {length} bytes.");
        }

        return new FetchedSource(1, video, fileId, name, size, sha256);
    }

    /// <summary>Takes a source that lies on this machine: a link in the spool stands for it, and its bytes are hashed.</summary>
    /// <param name="video">The video; names the link.</param>
    /// <param name="local">The source.</param>
    /// <param name="progress">Told bytes so far and in all.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public async Task<FetchedSource> TakeAsync(
        VideoId video, LocalSource local, Action<long, long> progress, CancellationToken cancellationToken)
    {
        long length = local.Look();
        WorkDirectory(video);
        string link = Path.Combine(directory.Spool, SpoolName(video));
        local.Link(link);
        await using var bytes = new FileStream(
            link, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0, useAsync: true);
        (long size, string sha256) = await HashAsync(bytes, to: null, done => progress(done, length), cancellationToken);
        return new FetchedSource(1, video, FileId: null, SpoolName(video), size, sha256);
    }

    /// <summary>The absolute path of a fetched source now.</summary>
    /// <exception cref="FileSourceException">It is not in the spool and Telegram does not give it again.</exception>
    public async Task<string> LocateAsync(FetchedSource source, CancellationToken cancellationToken)
    {
        if (source.SpoolPath is { } relative)
        {
            string path = Path.Combine(directory.Spool, relative);
            return File.Exists(path)
                ? path
                : throw new FileSourceException(
                    FileFault.Gone,
                    source.FileId is null
                        ? "The file is no longer where it was when it was added."
                        : "The fetched film is no longer in the spool directory.");
        }

        await using OpenedFile opened = await FileSource.OpenAsync(bot.Connection, source.FileId!, 0, cancellationToken);
        return opened.LocalPath
            ?? throw new FileSourceException(FileFault.Gone, "The Bot API server no longer keeps files where they can be read.");
    }

    /// <summary>The bytes of a source: its copy in the spool, else from Telegram (again).</summary>
    /// <exception cref="FileSourceException">It is not in the spool and Telegram does not give it.</exception>
    public async Task<Stream> OpenAsync(VideoId video, string fileId, CancellationToken cancellationToken)
    {
        string copy = Path.Combine(directory.Spool, SpoolName(video));
        return File.Exists(copy)
            ? new FileStream(copy, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0, useAsync: true)
            : (await FileSource.OpenAsync(bot.Connection, fileId, 0, cancellationToken)).Bytes;
    }

    /// <summary>True when the film need not be fetched anew: it is in the spool, or kept by a local Bot API server.</summary>
    public bool IsHere(VideoId video) =>
        telegram.Value.Local || File.Exists(Path.Combine(directory.Spool, SpoolName(video)));

    private async Task<OpenedFile> OpenAsync(string fileId, long expected, CancellationToken cancellationToken)
    {
        var patience = new StallLimit(limit.After + TimeSpan.FromSeconds(expected / SlowestBytesPerSecond));
        using var stall = new StallWatch(patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stall.Stalled, cancellationToken);
        stall.Wait();
        try
        {
            return await FileSource.OpenAsync(bot.Connection, fileId, 0, either.Token);
        }
        catch (OperationCanceledException) when (stall.HasStalled && !cancellationToken.IsCancellationRequested)
        {
            throw Silent(patience);
        }
    }

    private static FileSourceException Silent(StallLimit patience) =>
        new(FileFault.Unreachable, $"Telegram's server sent nothing for {patience.InWords}.");

    private static string SpoolName(VideoId video) => Path.Combine(video.Value, "source");

    private FileStream CreateSpoolFile(VideoId video, string name)
    {
        WorkDirectory(video);
        return new FileStream(
            Path.Combine(directory.Spool, name), FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0, useAsync: true);
    }

    private async Task<(long Size, string Sha256)> HashAsync(
        Stream from, Stream? to, Action<long> progress, CancellationToken cancellationToken)
    {
        using var stall = new StallWatch(limit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stall.Stalled, cancellationToken);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            long size = 0;
            int read;
            while ((read = await ReadAsync()) > 0)
            {
                hash.AppendData(buffer.AsSpan(0, read));
                if (to is not null)
                {
                    await to.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
                }

                size += read;
                progress(size);
            }

            return (size, Convert.ToHexStringLower(hash.GetHashAndReset()));
        }
        catch (OperationCanceledException) when (stall.HasStalled && !cancellationToken.IsCancellationRequested)
        {
            throw Silent(limit);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        // Only the wait for the server's bytes counts, not that for our own disk.
        async ValueTask<int> ReadAsync()
        {
            stall.Wait();
            int count = await from.ReadAsync(buffer, either.Token);
            stall.Go();
            return count;
        }
    }
}
