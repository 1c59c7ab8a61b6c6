using System.Collections.Immutable;

namespace TelegramHls.Core.Ropes;

/// <summary>A list of pieces that is served as one run of bytes.</summary>
public sealed class Rope
{
    private readonly long[] _starts;

    /// <summary>Joins <paramref name="pieces"/> in their order; empty pieces are left out.</summary>
    public Rope(IEnumerable<Piece> pieces)
    {
        Pieces = [.. pieces.Where(piece => piece.Length > 0)];
        _starts = new long[Pieces.Length];
        long start = 0;
        for (int i = 0; i < Pieces.Length; i++)
        {
            _starts[i] = start;
            start += Pieces[i].Length;
        }

        Length = start;
    }

    /// <summary>The pieces, none of them empty.</summary>
    public ImmutableArray<Piece> Pieces { get; }

    /// <summary>Bytes in the whole rope.</summary>
    public long Length { get; }

    /// <summary>Finds the piece that holds the byte at <paramref name="position"/>.</summary>
    /// <param name="position">From 0 to <see cref="Length"/> - 1.</param>
    /// <returns>The index of the piece in <see cref="Pieces"/> and the position inside of it.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The position lies outside the rope.</exception>
    public (int Index, long Within) Locate(long position)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(position);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(position, Length);
        int found = Array.BinarySearch(_starts, position);
        int index = found >= 0 ? found : ~found - 1;
        return (index, position - _starts[index]);
    }
}
