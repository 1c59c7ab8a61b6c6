using TelegramHls.Testing.Playlists;

namespace TelegramHls.Media.Tests.Playlists;

/// <summary>The reader that judges our playlists sees what is wrong.</summary>
public sealed class PlaylistReaderTests
{
    private const string Head = "#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-TARGETDURATION:6\n#EXT-X-MAP:URI=\"i.mp4\"\n";
    private const string Sound = "#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"a\",NAME=\"English\",DEFAULT=YES,AUTOSELECT=YES,URI=\"a.m3u8\"\n";
    private const string Stream = "#EXT-X-STREAM-INF:BANDWIDTH=9,CODECS=\"mp4a.40.2\",AUDIO=\"a\"\nv.m3u8\n";

    [Theory]
    [InlineData("4.3.1.1", "#EXTINF:4,\na.m4s\n")]
    [InlineData("4.3.3.1", "#EXTM3U\n#EXTINF:4,\na.m4s\n")]
    [InlineData("4.3.3.1", Head + "#EXTINF:6.5,\na.m4s\n")]
    [InlineData("4.3.2.1", Head + "a.m4s\n")]
    [InlineData("4.3.2.1", Head + "#EXTINF:4\na.m4s\n")]
    [InlineData("4.3.2.1", Head + "#EXTINF:4,\n")]
    [InlineData("4.3.3", Head + "#EXTINF:4,\na.m4s\n#EXT-X-PLAYLIST-TYPE:VOD\n")]
    [InlineData("4.3.3.5", Head + "#EXT-X-PLAYLIST-TYPE:LIVE\n")]
    [InlineData("4.3", Head + "#EXT-X-STREAM-INF:BANDWIDTH=1\n")]
    [InlineData("4.3", Head + "#EXT-X-OURS:1\n")]
    [InlineData("4.3.5.2", Head + "#EXT-X-START:PRECISE=YES\n")]
    [InlineData("4.2", Head + "#EXT-X-START:TIME-OFFSET=0,TIME-OFFSET=1\n")]
    [InlineData("4.2", Head + "#EXT-X-START:TIME-OFFSET=\"0\"\n")]
    [InlineData("6.2.1", Head + "#EXTINF:4,\na.m4s\n#EXTINF:4,\na.m4s\n")]
    [InlineData("7", "#EXTM3U\n#EXT-X-VERSION:5\n#EXT-X-TARGETDURATION:6\n#EXT-X-MAP:URI=\"i.mp4\"\n")]
    [InlineData("4.1", Head + "#EXTINF:4,\na b.m4s\n")]
    [InlineData("4.1", Head + "#EXT-X-ENDLIST")]
    public void Read_MediaPlaylistThatBreaksARule_NamesTheClause(string clause, string text) =>
        Should.Throw<PlaylistRuleException>(() => ReadMediaPlaylist.Read(text)).Message.ShouldStartWith($"RFC 8216, {clause}: ");

    [Theory]
    [InlineData("4.3.4.2", Sound + "#EXT-X-STREAM-INF:CODECS=\"mp4a.40.2\",AUDIO=\"a\"\nv.m3u8\n")]
    [InlineData("4.3.4.2", Sound + "#EXT-X-STREAM-INF:BANDWIDTH=9,AVERAGE-BANDWIDTH=10,CODECS=\"mp4a.40.2\"\nv.m3u8\n")]
    [InlineData("4.3.4.2", Sound + "#EXT-X-STREAM-INF:BANDWIDTH=9,CODECS=\"mp4a.40.2\",AUDIO=\"b\"\nv.m3u8\n")]
    [InlineData("4.3.4.2", Sound + Stream + "#EXT-X-STREAM-INF:BANDWIDTH=9,CODECS=\"mp4a.40.2\"\n")]
    [InlineData("4.3.4.1.1", Sound + Sound + Stream)]
    [InlineData("4.3.4.2.1", Sound + "#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"b\",NAME=\"German\",DEFAULT=YES,AUTOSELECT=YES,URI=\"a.m3u8\"\n" + Stream)]
    [InlineData("4.3.4.1", "#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID=\"s\",NAME=\"English\"\n" + Stream)]
    [InlineData("4.3.4.1", "#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"a\",NAME=\"English\",FORCED=NO,URI=\"a.m3u8\"\n" + Stream)]
    [InlineData("4.2", "#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"a\",NAME=\"English\",ONE=1,URI=\"a.m3u8\"\n" + Stream)]
    [InlineData("4.2", "#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=a,NAME=\"English\",URI=\"a.m3u8\"\n" + Stream)]
    public void Read_MasterPlaylistThatBreaksARule_NamesTheClause(string clause, string text) =>
        Should.Throw<PlaylistRuleException>(() => ReadMasterPlaylist.Read("#EXTM3U\n" + text)).Message.ShouldStartWith($"RFC 8216, {clause}: ");

    [Fact]
    public void ShouldFollow_LinesAtTheEndOnly_IsAllowed()
    {
        var before = ReadMediaPlaylist.Read(Head + "#EXTINF:4,\na.m4s\n");
        var longer = ReadMediaPlaylist.Read(before.Text + "#EXTINF:4,\nb.m4s\n#EXT-X-ENDLIST\n");

        longer.ShouldFollow(before);
        Should.Throw<PlaylistRuleException>(() => before.ShouldFollow(longer));
        Should.Throw<PlaylistRuleException>(() => ReadMediaPlaylist.Read(before.Text.Replace(":6", ":7", StringComparison.Ordinal)).ShouldFollow(before));
        Should.Throw<PlaylistRuleException>(() => ReadMediaPlaylist.Read(Head + "#EXTINF:3,\na.m4s\n").ShouldFollow(before));
    }
}
