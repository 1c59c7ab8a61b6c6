using System.Buffers;
using TelegramHls.Core.Storing;

namespace TelegramHls.Storage.Cache.Shelves;

/// <summary>The last blocks of a part that the cache has no room for, in memory until their readers have them.</summary>
internal sealed class PassingBlocks
{
    /// <summary>Blocks held: 2 MiB.</summary>
    public const int Most = 8;

    /// <summary>Blocks that are fetched ahead of the one that was read last; further ones would push those out that are still wanted.</summary>
    public const int Ahead = Most - 2;

    private readonly Lock _gate = new();
    private readonly LinkedList<(int Block, byte[] Bytes, int Length)> _blocks = new();

    /// <summary>Holds a block; returns the one that had to go for it.</summary>
    public int? Put(int block, ReadOnlySpan<byte> bytes)
    {
        byte[] held = ArrayPool<byte>.Shared.Rent(PartHashes.BlockSize);
        bytes.CopyTo(held);
        lock (_gate)
        {
            _blocks.AddLast((block, held, bytes.Length));
            if (_blocks.Count <= Most)
            {
                return null;
            }

            (int gone, byte[] buffer, _) = _blocks.First!.Value;
            _blocks.RemoveFirst();
            ArrayPool<byte>.Shared.Return(buffer);
            return gone;
        }
    }

    /// <summary>Copies from a byte of a block on, to the block's end at most; 0 when the block is held no longer.</summary>
    public int Read(int block, int within, Span<byte> buffer)
    {
        lock (_gate)
        {
            foreach ((int held, byte[] bytes, int length) in _blocks)
            {
                if (held == block)
                {
                    int count = Math.Min(buffer.Length, length - within);
                    bytes.AsSpan(within, count).CopyTo(buffer);
                    return count;
                }
            }

            return 0;
        }
    }

    /// <summary>Gives the memory back.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            foreach ((_, byte[] bytes, _) in _blocks)
            {
                ArrayPool<byte>.Shared.Return(bytes);
            }

            _blocks.Clear();
        }
    }
}
