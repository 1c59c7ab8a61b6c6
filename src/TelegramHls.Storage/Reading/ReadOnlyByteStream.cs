using System.Buffers;
using System.IO.Pipelines;

namespace TelegramHls.Storage.Reading;

/// <summary>A seekable stream that is read asynchronously only and holds no buffer of its own. For one reader at a time.</summary>
public abstract class ReadOnlyByteStream : Stream
{
    private const int CopyBuffer = 256 * 1024;
    private long _position;

    /// <inheritdoc />
    public override bool CanRead => true;

    /// <inheritdoc />
    public override bool CanSeek => true;

    /// <inheritdoc />
    public override bool CanWrite => false;

    /// <summary>The next byte to be read; it may lie past the end, where reads return nothing.</summary>
    public override long Position
    {
        get => _position;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            _position = value;
        }
    }

    /// <summary>True once all that was asked for was copied; false for a reader who left before.</summary>
    internal bool IsFinished { get; set; }

    /// <inheritdoc />
    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        SeekOrigin.End => Length + offset,
        _ => throw new ArgumentOutOfRangeException(nameof(origin)),
    };

    /// <inheritdoc />
    public sealed override async ValueTask<int> ReadAsync(
        Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.IsEmpty || _position >= Length)
        {
            return 0;
        }

        int count = await ReadAtAsync(_position, buffer, cancellationToken);
        _position += count;
        return count;
    }

    /// <inheritdoc />
    public sealed override Task<int> ReadAsync(
        byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <summary>Copies from the position to the end; <paramref name="bufferSize"/> is raised to 256 KiB.</summary>
    public override async Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(Math.Max(bufferSize, CopyBuffer));
        try
        {
            int count;
            while ((count = await ReadAsync(buffer, cancellationToken)) > 0)
            {
                await destination.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>
    /// Copies <paramref name="count"/> bytes from the position straight into the writer's memory, for the body of a response.
    /// </summary>
    /// <exception cref="EndOfStreamException">The stream ends before that.</exception>
    public async Task CopyToAsync(PipeWriter writer, long count, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(writer);
        while (count > 0)
        {
            Memory<byte> memory = writer.GetMemory((int)Math.Min(count, CopyBuffer));
            int read = await ReadAsync(memory[..(int)Math.Min(count, memory.Length)], cancellationToken);
            if (read == 0)
            {
                throw new EndOfStreamException($"{count} bytes are missing at the end.");
            }

            count -= read;
            writer.Advance(read);
            FlushResult flushed = await writer.FlushAsync(cancellationToken);
            if (flushed.IsCompleted || flushed.IsCanceled)
            {
                return;
            }
        }

        IsFinished = true;
    }

    /// <summary>Not supported: nothing here may block a thread.</summary>
    public override int Read(byte[] buffer, int offset, int count) =>
        throw new NotSupportedException("Read it asynchronously.");

    /// <inheritdoc />
    public override void Flush()
    {
    }

    /// <summary>Not supported.</summary>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <summary>Not supported.</summary>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <summary>Reads at least one byte at <paramref name="position"/>, which lies before the end.</summary>
    private protected abstract ValueTask<int> ReadAtAsync(
        long position, Memory<byte> buffer, CancellationToken cancellationToken);
}
