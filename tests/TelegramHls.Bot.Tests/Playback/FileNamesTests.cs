using TelegramHls.Bot.Playback;

namespace TelegramHls.Bot.Tests.Playback;

public sealed class FileNamesTests
{
    [Theory]
    [InlineData("My Film (2024)", "My Film (2024)")]
    [InlineData("../../etc/passwd", "etc passwd")]
    [InlineData("a\"b<c>d|e?f*g:h\\i", "a b c d e f g h i")]
    [InlineData("line\r\nbreak\0", "line break")]
    [InlineData("Фильм 🎬", "Фильм 🎬")]
    [InlineData("...", "video")]
    [InlineData("", "video")]
    public void From_AnyTitle_IsANameThatEverySystemSaves(string title, string expected) =>
        FileNames.From(title).ShouldBe(expected);

    [Fact]
    public void From_ALongTitle_IsCutBetweenCharacters()
    {
        string title = new string('a', 99) + "🎬🎬";

        string name = FileNames.From(title);

        name.ShouldBe(new string('a', 99));
    }

    [Fact]
    public void Addresses_OfAHostileTitle_AreEscaped()
    {
        var addresses = new ShareAddresses("http://192.168.1.20:8080", "KEY", "100 % ümlaut #1?");

        addresses.Stream.ShouldBe("http://192.168.1.20:8080/stream/KEY/100%20%25%20%C3%BCmlaut%20%231.mp4");
    }
}
