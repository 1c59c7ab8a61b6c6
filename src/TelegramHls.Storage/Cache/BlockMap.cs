using System.Security.Cryptography;
using TelegramHls.Core.Storing;

namespace TelegramHls.Storage.Cache;

/// <summary>What is known about each block of a part on disk. A block is released only once it is good.</summary>
internal sealed class BlockMap
{
    private readonly StoredPart _part;
    private readonly byte[] _states;

    /// <param name="part">The part.</param>
    /// <param name="state">Unchecked for a file that another run of the program left behind, else missing.</param>
    public BlockMap(StoredPart part, BlockState state)
    {
        _part = part;
        _states = new byte[(part.Length + PartHashes.BlockSize - 1) / PartHashes.BlockSize];
        Array.Fill(_states, (byte)state);
    }

    public int Count => _states.Length;

    public BlockState this[int block]
    {
        get => (BlockState)Volatile.Read(ref _states[block]);
        set => Volatile.Write(ref _states[block], (byte)value);
    }

    /// <summary>True when its bytes may be given out.</summary>
    public bool IsGood(int block) => this[block] >= BlockState.Good;

    /// <summary>The file in which blocks had this state is gone.</summary>
    public void Forget(BlockState state) => _states.AsSpan().Replace((byte)state, (byte)BlockState.Missing);

    public int CountOf(BlockState state) => _states.AsSpan().Count((byte)state);

    public static int StartOf(int block) => block * PartHashes.BlockSize;

    public int LengthOf(int block) => Math.Min(PartHashes.BlockSize, _part.Length - StartOf(block));

    public bool Matches(int block, ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        return hash.SequenceEqual(
            _part.Hashes.Blocks.AsSpan(block * SHA256.HashSizeInBytes, SHA256.HashSizeInBytes));
    }

    /// <summary>The first block from <paramref name="from"/> on that is not good; -1 when all are.</summary>
    public int NextBad(int from)
    {
        for (int block = from; block < _states.Length; block++)
        {
            if (!IsGood(block))
            {
                return block;
            }
        }

        return -1;
    }
}
