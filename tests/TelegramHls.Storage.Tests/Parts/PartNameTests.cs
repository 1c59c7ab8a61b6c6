using TelegramHls.Core.Ids;
using TelegramHls.Storage.Parts;

namespace TelegramHls.Storage.Tests.Parts;

public sealed class PartNameTests
{
    private const string Sha256 = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    [Fact]
    public void ToString_OfAPart_IsTheNameThatDesignFixes()
    {
        var name = PartName.Of(VideoId.From("aB3"), StoredFileId.From("Zz9"), 42, Sha256);

        name.ToString().ShouldBe("aB3.Zz9.00042.ba7816bf8f01cfea.bin");
    }

    [Fact]
    public void TryParse_OfOurName_GivesItsWords()
    {
        PartName.TryParse("aB3.Zz9.123456.ba7816bf8f01cfea.bin", out PartName name).ShouldBeTrue();

        name.ShouldBe(new PartName(VideoId.From("aB3"), StoredFileId.From("Zz9"), 123456, "ba7816bf8f01cfea"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("film.mp4")]
    [InlineData("aB3.Zz9.42.ba7816bf8f01cfea.bin")]
    [InlineData("aB3.Zz9.00042.ba7816bf8f01cfea.mp4")]
    [InlineData("aB3.Zz9.00042.BA7816BF8F01CFEA.bin")]
    [InlineData("aB3.Zz9.00042.ba7816bf8f01cfe.bin")]
    [InlineData("aB3.Zz9.-0042.ba7816bf8f01cfea.bin")]
    [InlineData("a/3.Zz9.00042.ba7816bf8f01cfea.bin")]
    [InlineData("aB3.Zz9.00042.ba7816bf8f01cfea.bin.bin")]
    public void TryParse_OfAnotherName_IsFalse(string? text) =>
        PartName.TryParse(text, out _).ShouldBeFalse();
}
