using Telegram.Bot.Types;
using TelegramHls.Bot.Conversation.SideFiles;
using TelegramHls.Media.Subtitles;

namespace TelegramHls.Bot.Tests.Conversation;

public sealed class SideFileTests
{
    [Theory]
    [InlineData("film.en.srt", "en", null, false, false)]
    [InlineData("film.eng.forced.srt", "eng", null, true, false)]
    [InlineData("My Film (2024).pt-BR.sdh.vtt", "pt-BR", null, false, true)]
    [InlineData("My.Film.2024.1080p.English.ass", "en", null, false, false)]
    [InlineData("film.en.hi.srt", "en", null, false, true)]
    [InlineData("film.hi.srt", "hi", null, false, false)]
    [InlineData("film_rus.srt", "rus", null, false, false)]
    [InlineData("film [German].srt", "de", null, false, false)]
    [InlineData("ru.srt", "ru", null, false, false)]
    [InlineData("It.srt", "It", null, false, false)]
    [InlineData("It is.a.good.film.srt", null, "It is.a.good.film", false, false)]
    [InlineData("plain.srt", null, "plain", false, false)]
    [InlineData("film.zzz.srt", null, "film.zzz", false, false)]
    [InlineData(".srt", null, null, false, false)]
    public void Name_OfAFile_TellsLanguageAndMarks(string name, string? language, string? title, bool isForced, bool isHearingImpaired) =>
        SideFileName.Read(name).ShouldBe(new SideFileName(language, title, isForced, isHearingImpaired));

    [Theory]
    [InlineData("a.SRT", false, SubtitleFormat.Srt)]
    [InlineData("a.ssa", true, SubtitleFormat.Ass)]
    [InlineData("a.vtt", true, SubtitleFormat.Vtt)]
    public void Read_TextSubtitles_AreThatWithOrWithoutAReply(string name, bool isReply, SubtitleFormat format) =>
        SideFile.Read(Sent(name, isReply)).ShouldNotBeNull().Format.ShouldBe(format);

    [Fact]
    public void Read_SubtitlesOfOtherKinds_CountAsAReplyAlone()
    {
        SideFile.Read(Sent("a.idx", isReply: true)).ShouldNotBeNull().Format.ShouldBeNull();
        SideFile.Read(Sent("a.idx", isReply: false)).ShouldBeNull();
    }

    [Theory]
    [InlineData("film.mkv")]
    [InlineData("srt")]
    [InlineData(null)]
    public void Read_AnythingElse_IsNone(string? name) => SideFile.Read(Sent(name, isReply: true)).ShouldBeNull();

    private static Message Sent(string? name, bool isReply) => new()
    {
        Document = new Document { FileId = "D", FileUniqueId = "U", FileName = name },
        ReplyToMessage = isReply ? new Message() : null,
    };
}
