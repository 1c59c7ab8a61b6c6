using TelegramHls.Core.Ids;

namespace TelegramHls.Core.Ropes;

/// <summary>One run of bytes of a rope: inline bytes, or a range of a stored file, or a range of a local file.</summary>
public abstract record Piece
{
    private Piece(long length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        Length = length;
    }

    /// <summary>Bytes in this piece, 0 or more.</summary>
    public long Length { get; }

    /// <summary>Bytes <paramref name="start"/> to <paramref name="start"/> + <paramref name="length"/> of this piece.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The range does not lie inside the piece.</exception>
    public Piece Slice(long start, long length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, Length - start);
        return Match<Piece>(
            inline => new Inline(inline.Bytes.Slice((int)start, (int)length)),
            stored => new Stored(stored.File, stored.Offset + start, length),
            local => new Local(local.Path, local.Offset + start, length));
    }

    /// <summary>Calls the one function that fits this piece.</summary>
    public T Match<T>(Func<Inline, T> inline, Func<Stored, T> stored, Func<Local, T> local) => this switch
    {
        Inline piece => inline(piece),
        Stored piece => stored(piece),
        Local piece => local(piece),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Bytes held in memory.</summary>
    /// <param name="Bytes">The bytes; nobody changes them once they are in a rope.</param>
    public sealed record Inline(ReadOnlyMemory<byte> Bytes) : Piece(Bytes.Length);

    /// <summary>A range of a stored file.</summary>
    /// <param name="File">The stored file.</param>
    /// <param name="Offset">First byte, counted from the start of the stored file.</param>
    /// <param name="Count">Bytes.</param>
    public sealed record Stored(StoredFileId File, long Offset, long Count) : Piece(Count);

    /// <summary>A range of a file on this machine's disk.</summary>
    /// <param name="Path">Absolute path.</param>
    /// <param name="Offset">First byte, counted from the start of the file.</param>
    /// <param name="Count">Bytes.</param>
    public sealed record Local(string Path, long Offset, long Count) : Piece(Count);
}
