using TelegramHls.Core.Ids;
using TelegramHls.Core.Ropes;

namespace TelegramHls.Core.Tests.Ropes;

public sealed class RopeTests
{
    private static readonly StoredFileId File = StoredFileId.From("FILE");

    // 0–2 inline, 3–7 stored from 100 on, 8–9 local from 7 on.
    private static readonly Rope Sample = new(
    [
        new Piece.Inline(new byte[] { 10, 11, 12 }),
        new Piece.Stored(File, 100, 5),
        new Piece.Inline(ReadOnlyMemory<byte>.Empty),
        new Piece.Local("/film", 7, 2),
    ]);

    [Fact]
    public void Length_OfPieces_IsTheirSumAndEmptyOnesAreLeftOut()
    {
        Sample.Length.ShouldBe(10);
        Sample.Pieces.Length.ShouldBe(3);
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(2, 0, 2)]
    [InlineData(3, 1, 0)]
    [InlineData(7, 1, 4)]
    [InlineData(8, 2, 0)]
    [InlineData(9, 2, 1)]
    public void Locate_APosition_IsThePieceThatHoldsIt(long position, int index, long within) =>
        Sample.Locate(position).ShouldBe((index, within));

    [Theory]
    [InlineData(-1)]
    [InlineData(10)]
    [InlineData(long.MaxValue)]
    public void Locate_OutsideTheRope_Throws(long position) =>
        Should.Throw<ArgumentOutOfRangeException>(() => Sample.Locate(position));

    [Fact]
    public void Slice_OfEachKind_MovesItsStart()
    {
        Sample.Pieces[0].Slice(1, 2).ShouldBeOfType<Piece.Inline>().Bytes.ToArray().ShouldBe([11, 12]);
        Sample.Pieces[1].Slice(1, 3).ShouldBe(new Piece.Stored(File, 101, 3));
        Sample.Pieces[2].Slice(1, 1).ShouldBe(new Piece.Local("/film", 8, 1));
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(0, 6)]
    [InlineData(5, 1)]
    [InlineData(1, long.MaxValue)]
    public void Slice_BeyondThePiece_Throws(long start, long length) =>
        Should.Throw<ArgumentOutOfRangeException>(() => Sample.Pieces[1].Slice(start, length));
}
