using TelegramHls.Bot.Wording;
using TelegramHls.Catalog.Model;

namespace TelegramHls.Bot.Tests.Wording;

public sealed class TrackWordsTests
{
    [Theory]
    [InlineData("mp4a.40.2", "eng", null, 2, "English", "Stereo · AAC")]
    [InlineData("mp4a.40.2", "und", "Commentary", 1, "Commentary", "Mono · AAC")]
    [InlineData("ec-3", "ru", "Дубляж", 6, "Russian · Дубляж", "5.1 · E-AC-3")]
    [InlineData("Opus", "tlh", null, 4, "tlh", "4 channels · Opus")]
    [InlineData("fLaC", null, null, null, "Audio", "FLAC")]
    public void Of_Sound_NamesLanguageChannelsAndCodec(
        string codec, string? language, string? title, int? channels, string name, string detail)
    {
        TrackWords words = TrackWords.Of(new VideoTrack("a0", TrackKind.Audio, codec, language, title, Channels: channels));

        (words.Name, words.Detail).ShouldBe((name, detail));
    }

    [Fact]
    public void Of_Picture_NamesSizeAndCodec() =>
        TrackWords.Of(new VideoTrack("v0", TrackKind.Video, "avc1.64001e", Width: 1920, Height: 1080)).Detail
            .ShouldBe("1920 × 1080 · H.264");

    [Fact]
    public void Of_Subtitles_NamesThemOnceAndSaysWhatTheyAre()
    {
        TrackWords words = TrackWords.Of(new VideoTrack(
            "s0", TrackKind.Subtitle, "srt", "eng", "English SDH", IsForced: true, IsHearingImpaired: true, IsAdded: true));

        (words.Name, words.Detail).ShouldBe(("English SDH", "SRT · Forced · SDH · Added"));
        TrackWords.Of(new VideoTrack("s1", TrackKind.Subtitle, "sup", "pt-BR")).ShouldBe(new TrackWords("language", "Portuguese", "Pictures"));
    }
}
