using TelegramHls.Bot.Ingest.Plan;
using TelegramHls.Media.Planning;

namespace TelegramHls.Bot.Tests.Ingest;

public sealed class MethodTextTests
{
    [Theory]
    [InlineData("h264", "aac aac", "Copied without re-encoding")]
    [InlineData("h264", "aac opus", "Copied, with AAC added beside Opus")]
    [InlineData("av1", "opus flac", "Copied, with AAC added beside Opus and FLAC")]
    [InlineData("h264", "opus dts", "Video copied, 1 of 2 audio tracks re-encoded from DTS to AAC, AAC added beside Opus")]
    [InlineData("mpeg4", "mp3", "Video re-encoded from MPEG-4 to H.264, audio from MP3 to AAC")]
    [InlineData("vp8", "opus", "Video re-encoded from VP8 to H.264, audio copied, AAC added beside Opus")]
    [InlineData("gif", "", "Video re-encoded from GIF to H.264")]
    [InlineData("h264", "ac3", "Video copied, audio re-encoded from AC-3 to AAC")]
    [InlineData("hevc", "aac dts", "Video copied, 1 of 2 audio tracks re-encoded from DTS to AAC")]
    [InlineData("hevc", "ac3 ac3 dts", "Video copied, audio re-encoded from AC-3 and DTS to AAC")]
    [InlineData("wmv3", "wmav2 aac", "Video re-encoded from Windows Media Video 9 to H.264, 1 of 2 audio tracks from Windows Media Audio to AAC")]
    [InlineData(null, "mp3", "Audio re-encoded from MP3 to AAC")]
    [InlineData(null, "pcm_s16le", "Audio re-encoded from PCM to AAC")]
    [InlineData(null, "flac", "Copied, with AAC added beside FLAC")]
    public void Of_Plan_SaysWhatIsEncoded(string? video, string sounds, string expected) =>
        MethodText.Of(Plans.Of(TimeSpan.FromMinutes(1), video, sounds.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
            .ShouldBe(expected);

    [Fact]
    public void Of_SoundThatWasOnlyMadeLonger_NamesNoCodecs()
    {
        PackagePlan plan = Plans.Of(TimeSpan.FromMinutes(1), "h264", "mp3");
        PlannedTrack sound = plan.Tracks[1] with { SourceCodec = "aac" };

        MethodText.Of(plan with { Tracks = [plan.Tracks[0], sound] }).ShouldBe("Video copied, audio re-encoded");
    }

    [Fact]
    public void Of_PictureThatKeepsItsCodec_NamesNoCodecsOfIt()
    {
        PackagePlan plan = Plans.Of(TimeSpan.FromMinutes(1), "mpeg4", "mp3");
        PlannedTrack picture = plan.Tracks[0] with { SourceCodec = "h264" };

        MethodText.Of(plan with { Tracks = [picture, plan.Tracks[1]] }).ShouldBe("Video re-encoded, audio from MP3 to AAC");
    }
}
