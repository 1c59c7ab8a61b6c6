using System.Collections.Frozen;
using System.Text.Json;
using TelegramHls.Media.Probing;
using TelegramHls.Media.Probing.Reading;
using TelegramHls.Testing;

namespace TelegramHls.Media.Tests.Probing;

public sealed class FFprobeMediaProbeTests : IDisposable
{
    private readonly TempDirectory _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task ProbeAsync_TwoLanguages_TellsEveryStream()
    {
        MediaFacts facts = await MediaKit.FactsAsync(await Films.TwoLanguages(12));

        facts.Container.ShouldContain("mp4");
        facts.Duration!.Value.TotalSeconds.ShouldBe(12, 0.1);
        facts.Streams.Select(stream => stream.Codec).ShouldBe(["h264", "aac", "aac"]);
        facts.Streams.Select(stream => stream.Language).ShouldBe([null, "eng", "rus"]);
        VideoFacts video = facts.Streams[0].Video!;
        (video.Width, video.Height, video.PixelFormat, video.BitDepth).ShouldBe((640, 360, "yuv420p", 8));
        video.FrameRate.ShouldBe(new Ratio(24, 1));
        video.SampleAspect.ShouldBe(new Ratio(1, 1));
        video.ReorderDepth.ShouldBe(2);
        facts.Streams[1].Audio!.SampleRate.ShouldBe(48000);
        facts.Streams[0].FirstDecode!.Value.ShouldBeLessThan(facts.Streams[0].Start!.Value);
    }

    [Fact]
    public async Task ProbeAsync_RotatedHlg_TellsRotationAndColours()
    {
        MediaFacts facts = await MediaKit.FactsAsync(await OddFilms.Rotated());

        VideoFacts video = facts.Streams[0].Video!;
        string shown = await Command.RunAsync("ffprobe", "-v", "error", "-select_streams", "v:0", "-show_entries",
            "side_data=rotation", "-of", "csv=p=0", await OddFilms.Rotated());
        video.Rotation.ShouldBe(((-int.Parse(shown.Trim())) % 360 + 360) % 360);
        (video.ColorTransfer, video.ColorPrimaries, video.ColorSpace).ShouldBe(("arib-std-b67", "bt2020", "bt2020nc"));
    }

    [Fact]
    public async Task ProbeAsync_FewKeyFramesInTheMiddle_TellsTheLongestGroup()
    {
        (await MediaKit.FactsAsync(await OddFilms.LongGroup())).Streams[0].LongestGroup!.Value.TotalSeconds.ShouldBe(24, 0.3);
        (await MediaKit.FactsAsync(await Films.TwoLanguages())).Streams[0].LongestGroup.ShouldBe(TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task ProbeAsync_Avi_SaysThatPicturesHaveNoTimes()
    {
        (await MediaKit.FactsAsync(await OddFilms.Untimed())).Streams[0].IsUntimed.ShouldBeTrue();
        (await MediaKit.FactsAsync(await OddFilms.TransportStream())).Streams.ShouldAllBe(stream => !stream.IsUntimed);
    }

    [Fact]
    public void Read_DolbyVision_TellsProfileAndBase()
    {
        // As ffprobe prints it for a film of profile 8.4.
        const string Report = """
            {"streams":[{"index":0,"codec_name":"hevc","codec_type":"video","width":1920,"height":1080,"pix_fmt":"yuv420p10le",
            "side_data_list":[{"side_data_type":"DOVI configuration record","dv_version_major":1,"dv_version_minor":0,"dv_profile":8,
            "dv_level":4,"rpu_present_flag":1,"el_present_flag":0,"bl_present_flag":1,"dv_bl_signal_compatibility_id":4},
            {"side_data_type":"Display Matrix","rotation":-90}]},
            {"index":1,"codec_name":"eac3","codec_type":"audio","channels":6,"sample_rate":"48000","tags":{"DURATION":"01:02:03.500000000"}}],
            "format":{"format_name":"mov,mp4,m4a,3gp,3g2,mj2"}}
            """;
        using JsonDocument document = JsonDocument.Parse(Report);

        MediaFacts facts = ProbeJson.Read(document.RootElement, size: 1, FrozenSet<string>.Empty);

        facts.Streams[0].Video!.DolbyVision.ShouldBe(new DolbyVisionFacts(8, 4));
        facts.Streams[0].Video!.Rotation.ShouldBe(90);
        facts.Streams[1].Duration.ShouldBe(new TimeSpan(0, 1, 2, 3, 500));
    }

    [Fact]
    public async Task ProbeAsync_Facts_SurviveJson()
    {
        MediaFacts facts = await MediaKit.FactsAsync(await OddFilms.Av1());

        string json = JsonSerializer.Serialize(facts);

        JsonSerializer.Serialize(JsonSerializer.Deserialize<MediaFacts>(json)).ShouldBe(json);
    }

    [Fact]
    public async Task ProbeAsync_NameFullOfQuotesAndSpaces_IsRead()
    {
        string odd = _folder.File("-i \"od'd\" $(name)\n.mp4");
        File.Copy(await OddFilms.PictureOnly(), odd);

        MediaFacts facts = await MediaKit.FactsAsync(odd);

        facts.Streams.Length.ShouldBe(1);
    }

    [Theory]
    [InlineData("text", "no film or sound file")]
    [InlineData("empty", "empty")]
    [InlineData("truncated", "damaged or cut off")]
    [InlineData("playlist", "no film or sound file")]
    [InlineData("garbled", "cannot be decoded")]
    public async Task ProbeAsync_NoFilm_SaysWhy(string what, string expected)
    {
        string path = _folder.File("film.mp4");
        byte[] film = await File.ReadAllBytesAsync(await OddFilms.PictureOnly());
        byte[] bytes = what switch
        {
            "text" => "This is a letter, not a film.\n"u8.ToArray(),
            "empty" => [],
            "truncated" => film[..(film.Length / 2)],
            "playlist" => System.Text.Encoding.UTF8.GetBytes(
                $"#EXTM3U\n#EXT-X-TARGETDURATION:12\n#EXTINF:12,\n{await OddFilms.TransportStream()}\n#EXT-X-ENDLIST\n"),
            _ => Garble(film),
        };
        await File.WriteAllBytesAsync(path, bytes);

        ProbeOutcome outcome = await MediaKit.Probe.ProbeAsync(path, CancellationToken.None);

        outcome.ShouldBeOfType<ProbeOutcome.Unreadable>().Reason.ShouldContain(expected);
    }

    [Fact]
    public async Task ProbeAsync_CodecThatNobodyKnows_IsToldAsSuch()
    {
        string path = _folder.File("film.avi");
        await File.WriteAllBytesAsync(path, await ForeignFilms.UnknownCodecAsync());

        MediaFacts facts = await MediaKit.FactsAsync(path);

        facts.Streams.Select(stream => (stream.Codec, stream.HasDecoder)).ShouldBe([("unknown", false), ("mp3", true)]);
    }

    [Fact]
    public async Task ProbeAsync_SinglePicture_IsNoFilm()
    {
        ProbeOutcome outcome = await MediaKit.Probe.ProbeAsync(await ForeignFilms.StillGif(), CancellationToken.None);

        outcome.ShouldBeOfType<ProbeOutcome.Unreadable>().Reason.ShouldBe("it is a single picture, not a film");
    }

    [Fact]
    public async Task ProbeAsync_Cancelled_Throws()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        string film = await OddFilms.PictureOnly();

        await Should.ThrowAsync<OperationCanceledException>(() => MediaKit.Probe.ProbeAsync(film, cancelled.Token));
    }

    // The film's mdat, which ffmpeg writes before the moov, filled with 0xAA.
    private static byte[] Garble(byte[] film)
    {
        int mdat = film.AsSpan().IndexOf("mdat"u8);
        int moov = film.AsSpan().LastIndexOf("moov"u8);
        film.AsSpan((mdat + 4)..(moov - 4)).Fill(0xAA);
        return film;
    }
}
