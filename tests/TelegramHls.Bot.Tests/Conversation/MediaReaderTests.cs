using Telegram.Bot.Types;
using TelegramHls.Bot.Conversation.Inbox;
using VideoKind = TelegramHls.Catalog.Model.VideoKind;

namespace TelegramHls.Bot.Tests.Conversation;

public sealed class MediaReaderTests
{
    [Fact]
    public void Read_AnAnimation_IsTakenAsSuchAndNotAsItsDocument()
    {
        var message = new Message
        {
            Animation = new Animation { FileId = "A", FileUniqueId = "U", FileName = "clip.mp4" },
            Document = new Document { FileId = "D", FileUniqueId = "U" },
        };

        MediaReader.Read(message).ShouldNotBeNull().FileId.ShouldBe("A");
    }

    [Fact]
    public void Read_ASong_IsAudio() =>
        MediaReader.Read(new Message { Audio = new Audio { FileId = "A", FileUniqueId = "U", FileName = "song.m4a" } })
            .ShouldNotBeNull().Kind.ShouldBe(VideoKind.Audio);

    [Fact]
    public void Read_Text_IsNoFile() => MediaReader.Read(new Message { Text = "hello" }).ShouldBeNull();

    [Theory]
    [InlineData("My.Film.2024.mkv", "My.Film.2024")]
    [InlineData("../../evil.mp4", "....evil")]
    [InlineData("a\u202Egpj.exe.mp4", "agpj.exe")]
    [InlineData("new\nline.mp4", "newline")]
    public void Read_AName_IsStrippedOfWhatIsNoName(string fileName, string title) =>
        Read(new Video { FileId = "V", FileUniqueId = "U", FileName = fileName }).Title.ShouldBe(title);

    [Fact]
    public void Read_WithoutAName_TakesTheFirstLineOfTheCaption() =>
        MediaReader.Read(new Message
        {
            Video = new Video { FileId = "V", FileUniqueId = "U" },
            Caption = "Holiday\nmore words",
        }).ShouldNotBeNull().Title.ShouldBe("Holiday");

    [Fact]
    public void Read_WithoutNameAndCaption_SaysWhenItCame() =>
        Read(new Video { FileId = "V", FileUniqueId = "U" }).Title.ShouldBe("Video of 2026-01-02 03:04");

    [Fact]
    public void Read_ALongName_IsShortened() =>
        Read(new Video { FileId = "V", FileUniqueId = "U", FileName = new string('x', 300) + ".mp4" }).Title.Length.ShouldBe(120);

    private static IncomingMedia Read(Video video) => MediaReader.Read(new Message
    {
        Video = video,
        Date = new DateTime(2026, 1, 2, 3, 4, 0, DateTimeKind.Utc),
    }).ShouldNotBeNull();
}
