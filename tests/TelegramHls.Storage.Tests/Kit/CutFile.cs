using System.Security.Cryptography;
using TelegramHls.Core.Ids;
using TelegramHls.Core.Storing;

namespace TelegramHls.Storage.Tests.Kit;

/// <summary>Random bytes as a stored file with parts of one length.</summary>
internal static class CutFile
{
    private const int Block = 262_144;

    public static (byte[] Bytes, StoredFile File) Make(int length, int partLength, int seed = 1)
    {
        byte[] bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        var parts = new List<StoredPart>();
        for (int start = 0; start < length; start += partLength)
        {
            byte[] part = bytes[start..Math.Min(length, start + partLength)];
            byte[] blocks = [.. part.Chunk(Block).SelectMany(SHA256.HashData)];
            string hash = Convert.ToHexStringLower(SHA256.HashData(part));
            var replica = new Replica(-100, parts.Count + 2, 1, "id", "unique", default);
            parts.Add(new StoredPart(parts.Count, start, part.Length, new PartHashes(hash, blocks), [replica]));
        }

        string whole = Convert.ToHexStringLower(SHA256.HashData(bytes));
        return (bytes, new StoredFile(StoredFileId.New(), VideoId.New(), 1, whole, [.. parts]));
    }
}
