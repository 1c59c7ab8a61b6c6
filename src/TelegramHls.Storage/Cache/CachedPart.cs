using System.Buffers;
using Microsoft.Win32.SafeHandles;
using TelegramHls.Core.Ids;
using TelegramHls.Core.Storing;
using TelegramHls.Storage.Cache.Shelves;

namespace TelegramHls.Storage.Cache;

/// <summary>A part that is being read: its file on disk, what is known of its blocks, and at most one download.</summary>
internal sealed class CachedPart
{
    private readonly Lock _gate = new();
    private readonly BlockWaiters _waiters = new();
    private readonly PartDownloader _downloader;
    private readonly Func<SafeFileHandle?> _makeFile;
    private readonly Action _idle;
    private readonly PassingBlocks _passing = new();
    private SafeFileHandle? _cached;
    private CancellationTokenSource? _download;
    private TimeSpan _linger = PartDownloader.Linger;
    private TaskCompletionSource _wanted = NewSignal();
    private int _readAt;
    private int _readers;
    private int _ahead;
    private bool _isClosed;

    /// <param name="file">The stored file.</param>
    /// <param name="part">The part of it.</param>
    /// <param name="cached">Its file in the cache; null when there is none yet.</param>
    /// <param name="server">The file of a local server in which it was read before; null when there is none.</param>
    /// <param name="blocks">What is known of its blocks in these two files.</param>
    /// <param name="downloader">Fetches blocks.</param>
    /// <param name="makeFile">Makes the file in the cache, once the first block has to be written; null while there is no room.</param>
    /// <param name="idle">Called once nobody reads or fetches any more and the file is closed.</param>
    public CachedPart(
        StoredFileId file,
        StoredPart part,
        SafeFileHandle? cached,
        ServerFile? server,
        BlockMap blocks,
        PartDownloader downloader,
        Func<SafeFileHandle?> makeFile,
        Action idle)
    {
        _cached = cached;
        WrittenAt = cached is null ? default : System.IO.File.GetLastWriteTimeUtc(cached);
        _downloader = downloader;
        _makeFile = makeFile;
        _idle = idle;
        File = file;
        Part = part;
        Server = server;
        Blocks = blocks;
    }

    public StoredFileId File { get; }

    public StoredPart Part { get; }

    public BlockMap Blocks { get; }

    /// <summary>When its file in the cache was last written by us, as the file says itself; what others write comes later.</summary>
    public DateTime WrittenAt { get; private set; }

    /// <summary>The file of a local server in which it is read; null while there is none.</summary>
    public ServerFile? Server { get; private set; }

    /// <summary>Bytes that its file in the cache will still grow by; 0 without one.</summary>
    public long BytesToCome => _cached is null ? 0 : (long)Blocks.CountOf(BlockState.Missing) * PartHashes.BlockSize;

    /// <summary>True while it has a reader; one that is only fetched ahead has none.</summary>
    public bool IsWanted => Wanted.IsCompleted;

    /// <summary>Completes when a reader comes.</summary>
    public Task Wanted => Volatile.Read(ref _wanted).Task;

    /// <summary>Takes a place among the readers, or <paramref name="isAhead"/> of them; false when the file is already closed.</summary>
    public bool TryEnter(bool isAhead)
    {
        lock (_gate)
        {
            if (_isClosed)
            {
                return false;
            }

            _ahead += isAhead ? 1 : 0;
            _readers += isAhead ? 0 : 1;
            if (!isAhead)
            {
                _wanted.TrySetResult();
            }

            _download?.CancelAfter(Timeout.InfiniteTimeSpan);
            return true;
        }
    }

    public void Leave(bool isAhead)
    {
        lock (_gate)
        {
            _ahead -= isAhead ? 1 : 0;
            _readers -= isAhead ? 0 : 1;
            if (_readers == 0 && _wanted.Task.IsCompleted)
            {
                Volatile.Write(ref _wanted, NewSignal());
            }

            if (_readers + _ahead > 0)
            {
                return;
            }

            if (_download is not null)
            {
                _download.CancelAfter(_linger);
                return;
            }

            Close();
        }

        _idle();
    }

    /// <summary>Reads verified bytes at <paramref name="offset"/>: at least one, at most to the end of what is good already.</summary>
    public ValueTask<int> ReadAsync(
        int offset, Memory<byte> buffer, TimeSpan longest, CancellationToken cancellationToken)
    {
        int block = offset / PartHashes.BlockSize;
        Volatile.Write(ref _readAt, block);
        if (Blocks.IsGood(block) && Copy(offset, buffer.Span) is > 0 and var count)
        {
            StorageMetrics.Hit();
            return ValueTask.FromResult(count);
        }

        return AwaitAndCopyAsync(block, offset, buffer, longest, cancellationToken);
    }

    /// <summary>Comes back once the block is good.</summary>
    /// <exception cref="PartUnavailableException">No way leads to it, or it did not come within <paramref name="longest"/>.</exception>
    public async Task EnsureAsync(int block, TimeSpan longest, CancellationToken cancellationToken)
    {
        if (Blocks[block] == BlockState.Unchecked)
        {
            Check(block);
        }

        while (!Blocks.IsGood(block))
        {
            Task released;
            lock (_gate)
            {
                if (Blocks.IsGood(block))
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

    /// <summary>
    /// The block that the download should fetch next, or -1 when there is none. What lies before a seek is fetched when
    /// somebody asks for it; and where bytes only pass, not more than the next few.
    /// </summary>
    public int NextBlock(int from)
    {
        lock (_gate)
        {
            if (_waiters.Nearest(from) is { } wanted)
            {
                return wanted;
            }

            int next = Blocks.NextBad(from);
            bool isPassing = _cached is null && Blocks[Math.Max(0, from - 1)] == BlockState.Passing;
            return isPassing && next > Volatile.Read(ref _readAt) + PassingBlocks.Ahead ? -1 : next;
        }
    }

    /// <summary>Writes a block whose hash was right, or holds it for a moment, and lets its readers go on.</summary>
    public void Accept(int block, ReadOnlySpan<byte> bytes)
    {
        // Only the one download writes, and it ends before the file is closed.
        _cached ??= _makeFile();
        if (_cached is not null)
        {
            RandomAccess.Write(_cached, bytes, BlockMap.StartOf(block));
            WrittenAt = System.IO.File.GetLastWriteTimeUtc(_cached);
            Release(block, BlockState.Good);
            return;
        }

        if (_passing.Put(block, bytes) is { } gone)
        {
            Blocks[gone] = BlockState.Missing;
        }

        Release(block, BlockState.Passing);
    }

    /// <summary>
    /// Takes over the file of a local server, to read the part there; false when another one was taken over already, since
    /// blocks were checked in that one.
    /// </summary>
    public bool TryAdopt(FileStream file)
    {
        if (Server is not null)
        {
            return false;
        }

        Server = new ServerFile(file);
        return true;
    }

    /// <summary>The block's hash was right in the file that was taken over.</summary>
    public void AcceptInPlace(int block) => Release(block, BlockState.GoodInPlace);

    private void Release(int block, BlockState state)
    {
        Blocks[block] = state;
        lock (_gate)
        {
            _waiters.Release(block);
        }
    }

    private void Close()
    {
        _isClosed = true;
        _cached?.Dispose();
        _passing.Clear();
        Blocks.Forget(BlockState.Passing);
        Server?.Dispose();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

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
            empty = _readers + _ahead == 0;
            if (empty)
            {
                Close();
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
        int count;
        do
        {
            await EnsureAsync(block, longest, cancellationToken);
            count = Copy(offset, buffer.Span);
        }
        while (count == 0 && !buffer.IsEmpty);
        return count;
    }

    /// <summary>Copies what is good at that place; 0 when it only passed and is gone already.</summary>
    private int Copy(int offset, Span<byte> buffer)
    {
        int block = offset / PartHashes.BlockSize;
        BlockState state = Blocks[block];
        if (state is not (BlockState.Good or BlockState.GoodInPlace))
        {
            return _passing.Read(block, offset - BlockMap.StartOf(block), buffer);
        }

        int end = BlockMap.StartOf(block) + Blocks.LengthOf(block);
        while (end - offset < buffer.Length && end < Part.Length && Blocks[++block] == state)
        {
            end += Blocks.LengthOf(block);
        }

        SafeFileHandle file = (state == BlockState.GoodInPlace ? Server!.Handle : _cached)!;
        int count = RandomAccess.Read(file, buffer[..Math.Min(buffer.Length, end - offset)], offset);
        return count > 0 || buffer.IsEmpty
            ? count
            : throw new IOException($"The file of part {Part.Index} of {File} was cut short from outside.");
    }

    /// <summary>Finds out whether a block that an earlier run left behind is good.</summary>
    public void Check(int block)
    {
        int length = Blocks.LengthOf(block);
        byte[] buffer = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            int count = RandomAccess.Read(_cached!, buffer.AsSpan(0, length), BlockMap.StartOf(block));
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
