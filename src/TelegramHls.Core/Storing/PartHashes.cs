namespace TelegramHls.Core.Storing;

/// <summary>The hashes by which bytes of a part are checked before anyone sees them.</summary>
/// <param name="Sha256">SHA-256 of the whole part, 64 lower-case hex digits.</param>
/// <param name="Blocks">SHA-256 of each block of <see cref="BlockSize"/> bytes (the last one may be shorter), 32 bytes each, joined.</param>
public sealed record PartHashes(string Sha256, byte[] Blocks)
{
    /// <summary>Bytes in a block: 256 KiB.</summary>
    public const int BlockSize = 256 * 1024;
}
