using System.Buffers;
using Microsoft.Win32.SafeHandles;
using TelegramHls.Core.Ids;
using TelegramHls.Core.Storing;

namespace TelegramHls.Storage.Cache;

/// <summary>A part that is being read: its file on disk, what is known of its blocks, and at most one download.</summary>
internal sealed class CachedPart
{
    private readonly Lock _gate = new();
    private readonly BlockWaiters _waiters = new();
    private readonly PartDownloader _downloader;
    private readonly SafeFileHandle _handle;
    private readonly Action _idle;
    private CancellationTokenSource? _download;
    private TimeSpan _linger = PartDownloader.Linger;
    private int _readers;

    /// <param name="file">The stored file.</param>
    /// <param name="part">The part of it.</param>
    /// <param name="path">Where its bytes lie; made when it is not there with the right length.</param>
    /// <param name="known">What is known of its blocks from an earlier reading in this run of the program.</param>
    /// <param name="downloader">Fetches blocks.</param>
    /// <param name="idle">Called once nobody reads or fetches any more and the file is closed.</param>
    public CachedPart(
        StoredFileId file, StoredPart part, string path, BlockMap? known, PartDownloader downloader, Action idle)
    {
        _downloader = downloader;
        _idle = idle;
        File = file;
        Part = part;
        bool there = System.IO.File.Exists(path) && new FileInfo(path).Length == part.Length;
        Blocks = there && known is not null
            ? known
            : new BlockMap(part, there ? BlockState.Unchecked : BlockState.Missing);
        _handle = System.IO.File.OpenHandle(
            path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        System.IO.File.SetUnixFileMode(_handle, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        RandomAccess.SetLength(_handle, part.Length);
    }

    public StoredFileId File { get; }

    public StoredPart Part { get; }

    public BlockMap Blocks { get; }

    /// <summary>Takes a place among the readers; false when the file is already closed.</summary>
    public bool TryEnter()
    {
        lock (_gate)
        {
            if (_handle.IsClosed)
            {
                return false;
            }

            _readers++;
            _download?.CancelAfter(Timeout.InfiniteTimeSpan);
            return true;
        }
    }

    public void Leave()
    {
        lock (_gate)
        {
            if (--_readers > 0)
            {
                return;
            }

            if (_download is not null)
            {
                _download.CancelAfter(_linger);
                return;
            }

            _handle.Dispose();
        }

        _idle();
    }

    /// <summary>Reads verified bytes at <paramref name="offset"/>: at least one, at most to the end of what is good already.</summary>
    public ValueTask<int> ReadAsync(
        int offset, Memory<byte> buffer, TimeSpan longest, CancellationToken cancellationToken)
    {
        int block = offset / PartHashes.BlockSize;
        return Blocks[block] == BlockState.Good
            ? ValueTask.FromResult(Copy(offset, buffer.Span))
            : AwaitAndCopyAsync(block, offset, buffer, longest, cancellationToken);
    }

    /// <summary>Comes back once the block is good.</summary>
    /// <exception cref="PartUnavailableException">No way leads to it, or it did not come within <paramref name="longest"/>.</exception>
    public async Task EnsureAsync(int block, TimeSpan longest, CancellationToken cancellationToken)
    {
        if (Blocks[block] == BlockState.Unchecked)
        {
            Check(block);
        }

        while (Blocks[block] != BlockState.Good)
        {
            Task released;
            lock (_gate)
            {
                if (Blocks[block] == BlockState.Good)
                {
                    return;
                }

                released = _waiters.Join(block);
                if (_download is null)
                {
                    Start(block);
                }
            }

            try
            {
                await _downloader.WaitAsync(released, longest, cancellationToken);
            }
            catch (OperationCanceledException)
            {
                GiveUp(block, PartDownloader.Linger);
                throw;
            }
            catch (TimeoutException exception)
            {
                GiveUp(block, PartDownloader.LingerForReturn);
                throw new PartUnavailableException(File, Part.Index, exception);
            }
        }
    }

    /// <summary>The block that the download should fetch next, or -1 when none is left.</summary>
    public int NextBlock(int from)
    {
        lock (_gate)
        {
            return _waiters.Nearest(from) ?? Blocks.NextBad(from % Blocks.Count);
        }
    }

    /// <summary>Writes a block whose hash was right and lets its readers go on.</summary>
    public void Accept(int block, ReadOnlySpan<byte> bytes)
    {
        RandomAccess.Write(_handle, bytes, BlockMap.StartOf(block));
        Blocks[block] = BlockState.Good;
        lock (_gate)
        {
            _waiters.Release(block);
        }
    }

    private void GiveUp(int block, TimeSpan linger)
    {
        lock (_gate)
        {
            _waiters.Leave(block);
            _linger = linger;
        }
    }

    private void Start(int block)
    {
        _download = _downloader.NewLifetime();
        _ = DownloadAsync(block, _download);
    }

    private async Task DownloadAsync(int block, CancellationTokenSource lifetime)
    {
        Exception? failure = null;
        try
        {
            await Task.Yield();
            await _downloader.RunAsync(this, block, lifetime.Token);
        }
        catch (OperationCanceledException) when (lifetime.IsCancellationRequested)
        {
            // Nobody was left. A reader who came in this moment looks again and starts anew.
        }
#pragma warning disable CA1031 // Whatever it was, the readers get it.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            failure = exception;
        }

        bool empty;
        lock (_gate)
        {
            _download = null;
            _waiters.ReleaseAll(failure);
            empty = _readers == 0;
            if (empty)
            {
                _handle.Dispose();
            }
        }

        lifetime.Dispose();
        if (empty)
        {
            _idle();
        }
    }

    private async ValueTask<int> AwaitAndCopyAsync(
        int block, int offset, Memory<byte> buffer, TimeSpan longest, CancellationToken cancellationToken)
    {
        await EnsureAsync(block, longest, cancellationToken);
        return Copy(offset, buffer.Span);
    }

    private int Copy(int offset, Span<byte> buffer)
    {
        int block = offset / PartHashes.BlockSize;
        int end = BlockMap.StartOf(block) + Blocks.LengthOf(block);
        while (end - offset < buffer.Length && end < Part.Length && Blocks[++block] == BlockState.Good)
        {
            end += Blocks.LengthOf(block);
        }

        int count = RandomAccess.Read(_handle, buffer[..Math.Min(buffer.Length, end - offset)], offset);
        return count > 0 || buffer.IsEmpty
            ? count
            : throw new IOException($"The cached file of part {Part.Index} of {File} was cut short from outside.");
    }

    /// <summary>Finds out whether a block that an earlier run left behind is good.</summary>
    public void Check(int block)
    {
        int length = Blocks.LengthOf(block);
        byte[] buffer = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            int count = RandomAccess.Read(_handle, buffer.AsSpan(0, length), BlockMap.StartOf(block));
            bool good = count == length && Blocks.Matches(block, buffer.AsSpan(0, length));
            lock (_gate)
            {
                // A download may have put the right bytes there meanwhile.
                if (Blocks[block] == BlockState.Unchecked)
                {
                    Blocks[block] = good ? BlockState.Good : BlockState.Missing;
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
