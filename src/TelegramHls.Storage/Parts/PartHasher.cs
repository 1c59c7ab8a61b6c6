using System.Security.Cryptography;
using TelegramHls.Core.Storing;

namespace TelegramHls.Storage.Parts;

/// <summary>Hashes a part and each of its blocks as the bytes come.</summary>
internal sealed class PartHasher : IDisposable
{
    private readonly IncrementalHash _whole = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly IncrementalHash _block = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly MemoryStream _blocks = new();
    private int _inBlock;

    public void Append(ReadOnlySpan<byte> bytes)
    {
        _whole.AppendData(bytes);
        while (!bytes.IsEmpty)
        {
            int count = Math.Min(bytes.Length, PartHashes.BlockSize - _inBlock);
            _block.AppendData(bytes[..count]);
            bytes = bytes[count..];
            _inBlock += count;
            if (_inBlock == PartHashes.BlockSize)
            {
                EndBlock();
            }
        }
    }

    /// <summary>Ends the part and begins the next.</summary>
    public PartHashes Finish()
    {
        if (_inBlock > 0)
        {
            EndBlock();
        }

        var hashes = new PartHashes(Convert.ToHexStringLower(_whole.GetHashAndReset()), _blocks.ToArray());
        _blocks.SetLength(0);
        return hashes;
    }

    public void Dispose()
    {
        _whole.Dispose();
        _block.Dispose();
        _blocks.Dispose();
    }

    private void EndBlock()
    {
        _blocks.Write(_block.GetHashAndReset());
        _inBlock = 0;
    }
}
