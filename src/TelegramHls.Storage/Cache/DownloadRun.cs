using System.Buffers;
using Microsoft.Extensions.Logging;
using TelegramHls.Core.Storing;

namespace TelegramHls.Storage.Cache;

/// <summary>One download's way through the blocks of a part.</summary>
internal sealed class DownloadRun(CachedPart part, int firstBlock, ILogger logger) : IDisposable
{
    private readonly byte[] _buffer = ArrayPool<byte>.Shared.Rent(PartHashes.BlockSize);

    public CachedPart Part => part;

    /// <summary>The block to fetch next; -1 when all are good.</summary>
    public int Next { get; private set; } = firstBlock;

    public int GoodBlocks { get; private set; }

    public WaysTried Ways { get; } = new();

    /// <summary>Passes blocks that an earlier run of the program left behind good. True when nothing is left to fetch.</summary>
    public bool SkipGood()
    {
        while (Next >= 0)
        {
            if (part.Blocks[Next] == BlockState.Unchecked)
            {
                part.Check(Next);
            }

            if (!part.Blocks.IsGood(Next))
            {
                return false;
            }

            Next = part.NextBlock(Next + 1);
        }

        return true;
    }

    /// <summary>
    /// Reads the block from the stream, which stands at its start, and accepts it when its hash is right. The bytes of a file
    /// that is read <paramref name="inPlace"/> stay where they are.
    /// </summary>
    /// <exception cref="IOException">The stream ended early, or the bytes are wrong.</exception>
    public async Task TakeAsync(Stream stream, int block, bool inPlace, CancellationToken cancellationToken)
    {
        Memory<byte> bytes = _buffer.AsMemory(0, part.Blocks.LengthOf(block));
        await stream.ReadExactlyAsync(bytes, cancellationToken);
        if (!part.Blocks.Matches(block, bytes.Span))
        {
            StorageMetrics.WrongBlocks.Add(1);
            logger.WrongBlock(block, part.Part.Index, part.File);
            Next = block;
            throw new IOException($"Block {block} of part {part.Part.Index} of {part.File} came with a wrong SHA-256.");
        }

        if (inPlace)
        {
            part.AcceptInPlace(block);
        }
        else
        {
            part.Accept(block, bytes.Span);
            StorageMetrics.BytesDownloaded.Add(bytes.Length);
        }

        GoodBlocks++;
        Next = part.NextBlock(block + 1);
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(_buffer);
}
