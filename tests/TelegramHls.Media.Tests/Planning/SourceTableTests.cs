using TelegramHls.Media.Planning;

namespace TelegramHls.Media.Tests.Planning;

/// <summary>
/// What people send, and what becomes of it: what plays is copied, what does not is encoded, each sound is AAC, and what cannot
/// play is refused. See <see cref="SpokenFacts"/> for the words on the left; on the right stand the tracks of the plan.
/// </summary>
public sealed class SourceTableTests
{
    [Theory]
    // Containers decide nothing but the headers of AAC in streams.
    [InlineData("MP4", "h264; aac stereo", "v0 copy, a0 copy")]
    [InlineData("MOV", "h264; aac mono", "v0 copy, a0 copy")]
    [InlineData("MKV", "h264; aac stereo", "v0 copy, a0 copy")]
    [InlineData("WebM", "vp9; opus stereo", "v0 copy, a0 stereo, a1 opus beside a0")]
    [InlineData("AVI", "mpeg4; mp3 stereo", "v0 encode, a0 stereo")]
    [InlineData("TS", "h264; aac stereo", "v0 copy, a0 copy aac_adtstoasc")]
    [InlineData("M2TS", "h264; ac3 5.1(side)", "v0 copy, a0 stereo, a1 ac3 beside a0")]
    [InlineData("FLV", "h264; aac stereo", "v0 copy, a0 copy")]
    [InlineData("FLV", "flv1; mp3 mono", "v0 encode, a0 mono")]
    [InlineData("WMV", "wmv3; wmav2 stereo", "v0 encode, a0 stereo")]
    [InlineData("MPG", "mpeg2video interlaced; mp2 stereo", "v0 encode deinterlace, a0 stereo")]
    [InlineData("3GP", "h263; amr_nb mono", "v0 encode, a0 mono")]
    [InlineData("OGG", "theora; vorbis stereo", "v0 encode, a0 stereo")]
    // Pictures.
    [InlineData("MKV", "h264 10bit", "v0 copy")]
    [InlineData("MKV", "h264 422", "v0 encode")]
    [InlineData("MKV", "h264 422 10bit", "v0 encode")]
    [InlineData("MKV", "h264 444", "v0 encode")]
    [InlineData("TS", "h264 interlaced", "v0 encode deinterlace")]
    [InlineData("MKV", "hevc", "v0 copy hvc1")]
    [InlineData("MKV", "hevc 10bit", "v0 copy hvc1")]
    [InlineData("MKV", "hevc 10bit pq", "v0 copy hvc1")]
    [InlineData("MOV", "hevc 10bit hlg", "v0 copy hvc1")]
    [InlineData("MKV", "hevc 12bit", "v0 encode")]
    [InlineData("MP4", "hevc 422 10bit", "v0 encode")]
    [InlineData("TS", "hevc interlaced", "v0 encode deinterlace")]
    [InlineData("MP4", "hevc 10bit hlg dv=8/4", "v0 copy hvc1")]
    [InlineData("MKV", "hevc 10bit pq dv=8/1", "v0 copy hvc1")]
    [InlineData("MKV", "hevc 10bit pq dv=7/6", "v0 copy hvc1")]
    [InlineData("MP4", "hevc 10bit dv=5/0", "refused: Dolby Vision profile 5")]
    [InlineData("MP4", "av1", "v0 copy")]
    [InlineData("MKV", "av1 10bit pq", "v0 copy")]
    [InlineData("WebM", "vp9 10bit", "v0 copy")]
    [InlineData("WebM", "vp9 444", "v0 encode")]
    [InlineData("WebM", "vp8", "v0 encode")]
    [InlineData("MKV", "vc1 interlaced", "v0 encode deinterlace")]
    [InlineData("MOV", "prores 422 10bit", "v0 encode")]
    [InlineData("MOV", "prores 422 10bit hlg", "v0 encode tonemap")]
    [InlineData("MKV", "hevc 422 10bit pq", "v0 encode tonemap")]
    [InlineData("TS", "hevc interlaced 10bit hlg", "v0 encode deinterlace tonemap")]
    [InlineData("MOV", "mjpeg", "v0 encode")]
    [InlineData("MKV", "vvc nodecoder; aac stereo", "refused: vvc, which the ffmpeg of this server cannot decode")]
    [InlineData("MP4", "h264 nodecoder; aac stereo", "v0 copy, a0 copy")]
    // Sound.
    [InlineData("MKV", "h264; aac 5.1", "v0 copy, a0 copy")]
    [InlineData("MKV", "h264; aac stereo profile=HE-AAC", "v0 copy, a0 copy")]
    [InlineData("MKV", "h264; aac stereo profile=Main", "v0 copy, a0 stereo")]
    [InlineData("MKV", "h264; mp3 stereo", "v0 copy, a0 stereo")]
    [InlineData("MKV", "h264; ac3 stereo", "v0 copy, a0 stereo")]
    [InlineData("MKV", "h264; ac3 mono", "v0 copy, a0 mono")]
    [InlineData("MKV", "h264; eac3 5.1(side)", "v0 copy, a0 stereo, a1 eac3 beside a0")]
    [InlineData("MKV", "h264; eac3 7.1", "v0 copy, a0 stereo, a1 eac3 beside a0")]
    [InlineData("MKV", "h264; dts 5.1(side)", "v0 copy, a0 stereo")]
    [InlineData("MKV", "h264; dts 6.1", "v0 copy, a0 stereo")]
    [InlineData("MKV", "h264; truehd 7.1", "v0 copy, a0 stereo")]
    [InlineData("MKV", "h264; flac stereo", "v0 copy, a0 stereo, a1 flac beside a0")]
    [InlineData("MKV", "h264; opus 5.1", "v0 copy, a0 stereo, a1 opus beside a0")]
    [InlineData("MKV", "h264; vorbis stereo", "v0 copy, a0 stereo")]
    [InlineData("MOV", "h264; pcm_s16le stereo", "v0 copy, a0 stereo")]
    [InlineData("M2TS", "h264; pcm_bluray 5.1", "v0 copy, a0 stereo")]
    [InlineData("MKV", "h264; ac4 5.1 nodecoder; aac stereo", "v0 copy, a0 copy")]
    [InlineData("TS", "h264; aac nothing; mp2 stereo", "v0 copy, a0 stereo")]
    [InlineData("MKV", "h264; ac4 5.1 nodecoder", "refused: film's audio is ac4")]
    // Which streams, and in which order.
    [InlineData("MP4", "h264", "v0 copy")]
    [InlineData("MP4", "aac stereo", "a0 copy")]
    [InlineData("OGG", "opus stereo", "a0 stereo, a1 opus beside a0")]
    [InlineData("MKV", "h264; aac stereo eng; dts 5.1 rus default", "v0 copy, a0 stereo rus, a1 copy eng")]
    [InlineData("MKV", "h264; eac3 5.1 eng default; ac3 5.1 rus; aac stereo", "v0 copy, a0 stereo eng, a1 stereo rus, a2 copy, a3 eac3 beside a0 eng, a4 ac3 beside a1 rus")]
    [InlineData("MKV", "h264; h264 default; aac stereo", "#1 v0 copy, a0 copy")]
    [InlineData("MP4", "mjpeg; h264; aac stereo", "#1 v0 copy, a0 copy")]
    [InlineData("MKV", "mjpeg cover; h264; aac stereo; subrip; ttf", "#1 v0 copy, a0 copy")]
    [InlineData("MOV", "h264; aac stereo; tmcd", "v0 copy, a0 copy")]
    [InlineData("MP4", "mjpeg cover; aac stereo", "a0 copy")]
    [InlineData("MKV", "subrip; ttf", "refused: neither a picture track nor a sound track")]
    // Times and turns.
    [InlineData("MP4", "h264 turn=90; aac stereo", "v0 copy, a0 copy")]
    [InlineData("AVI", "mpeg4 turn=90", "v0 encode")]
    [InlineData("MKV", "h264 vfr; aac stereo", "v0 copy, a0 copy")]
    [InlineData("MP4", "h264 lasts=60; aac stereo lasts=59.5", "v0 copy, a0 copy")]
    [InlineData("MP4", "h264 lasts=60; aac stereo lasts=20", "v0 copy, a0 stereo until 60")]
    [InlineData("MP4 start=5", "h264 lasts=60; mp3 mono lasts=20", "v0 copy, a0 mono until 60")]
    [InlineData("MKV", "h264 lasts=60; ac3 5.1 lasts=20", "v0 copy, a0 stereo until 60, a1 ac3 beside a0")]
    [InlineData("MP4", "aac stereo lasts=20", "a0 copy")]
    [InlineData("AVI", "h264 untimed; mp3 stereo", "v0 copy, a0 stereo")]
    [InlineData("AVI", "h264 untimed bframes; mp3 stereo", "v0 encode, a0 stereo")]
    [InlineData("MKV", "h264 group=20; aac stereo", "v0 copy, a0 copy")]
    [InlineData("MKV", "h264 group=20.02", "v0 copy")]
    [InlineData("MKV", "h264 group=21; aac stereo", "v0 encode, a0 copy")]
    [InlineData("MKV start=1000000", "h264; aac stereo", "v0 copy, a0 copy")]
    [InlineData("MP4 start=-2", "h264 early=3; aac stereo", "v0 copy, a0 copy, offset 3.5")]
    [InlineData("MP4 duration=0", "h264; aac stereo", "v0 copy, a0 copy, endless")]
    [InlineData("WebM duration=none", "vp9", "v0 copy, endless")]
    public void Plan_Source_BecomesTracks(string container, string streams, string expected)
    {
        PlanOutcome outcome = PackagePlanner.Plan(SpokenFacts.Of(container, streams), MediaKit.Wishes);

        if (expected.StartsWith("refused: ", StringComparison.Ordinal))
        {
            outcome.ShouldBeOfType<PlanOutcome.Refused>().Reason.ShouldContain(expected["refused: ".Length..]);
            return;
        }

        PackagePlan plan = outcome.ShouldBeOfType<PlanOutcome.Planned>().Plan;
        Words(plan).ShouldBe(expected);
        plan.Tracks.ShouldAllBe(track => track.Action == TrackAction.Copy || track.Reason != null);
    }

    [Theory]
    [InlineData("h264; dts 5.1", 1, "browsers do not play DTS")]
    [InlineData("h264; eac3 5.1", 2, "for players with surround sound")]
    [InlineData("h264; opus stereo", 1, "not every player plays Opus")]
    [InlineData("h264; aac stereo profile=Main", 1, "browsers do not play AAC Main")]
    [InlineData("vc1", 0, "browsers do not play VC-1")]
    [InlineData("h264 444", 0, "most players only know colours in 4:2:0, and these are in 4:4:4")]
    [InlineData("hevc 12bit", 0, "most players only know up to 10 bits, and these have 12")]
    [InlineData("h264 interlaced", 0, "it is interlaced, and browsers would show combs")]
    [InlineData("h264 group=35", 0, "more than 20 s lie between key frames, and players can only begin at one")]
    [InlineData("h264 untimed bframes", 0, "its file does not say when each picture is shown")]
    [InlineData("h264; aac stereo", 1, null)]
    public void Plan_Track_SaysWhy(string streams, int track, string? expected) =>
        PackagePlanner.Plan(SpokenFacts.Of("MKV", streams), MediaKit.Wishes)
            .ShouldBeOfType<PlanOutcome.Planned>().Plan.Tracks[track].Reason.ShouldBe(expected);

    [Theory]
    [InlineData("h264; aac stereo", "")]
    [InlineData("hevc 10bit pq", "HEVC: Chrome, Edge and Firefox play it only on devices with a decoder for it.")]
    [InlineData("hevc 10bit hlg dv=8/4", "HEVC: Chrome, Edge and Firefox play it only on devices with a decoder for it.|Dolby Vision: other players show its HLG base.")]
    [InlineData("h264 10bit", "10-bit H.264: Safari and most phones do not play it.")]
    [InlineData("av1", "AV1: Safari plays it only on devices with a decoder for it.")]
    [InlineData("vp9", "VP9: iPhones and iPads may not play it.")]
    [InlineData("hevc 12bit", "")]
    [InlineData("hevc 12bit pq", "HDR was converted to ordinary colours.")]
    [InlineData("h264; dts 5.1(side)", "Surround sound was mixed down to stereo.")]
    [InlineData("h264; eac3 5.1(side)", "")]
    public void Plan_Film_NamesWhatDoesNotPlayWhere(string streams, string expected) =>
        string.Join('|', PackagePlanner.Plan(SpokenFacts.Of("MKV", streams), MediaKit.Wishes)
            .ShouldBeOfType<PlanOutcome.Planned>().Plan.Notes).ShouldBe(expected);

    [Fact]
    public void Plan_FFmpegCannotToneMap_SaysSoAndKeepsTheTags()
    {
        PackagePlan plan = PackagePlanner.Plan(SpokenFacts.Of("MKV", "hevc 12bit pq"), MediaKit.Wishes with { CanToneMap = false })
            .ShouldBeOfType<PlanOutcome.Planned>().Plan;

        plan.Notes.ShouldBe(["Its HDR colours may look pale: the ffmpeg of this server lacks the filters (zscale, tonemap) that convert them."]);
        plan.Tracks[0].Picture!.ColorTransfer.ShouldBe("smpte2084");
        plan.Tracks[0].PictureEncoding!.Filter.ShouldBe("scale=1920:1080,format=yuv420p");
    }

    [Theory]
    [InlineData("MP4", "h264", 60.0)]
    [InlineData("MKV", "h264; aac stereo", 60.0)]
    [InlineData("AVI", "mpeg4", 60.0)]
    // The last subtitle comes after the film.
    [InlineData("MKV", "h264 lasts=50; aac stereo lasts=51; subrip lasts=60", 51.0)]
    [InlineData("TS", "h264 lasts=60", null)]
    [InlineData("MKV duration=0", "h264", null)]
    [InlineData("MP4 duration=none", "h264", null)]
    public void Plan_Header_PromisesADurationOrNot(string container, string streams, double? expected) =>
        PackagePlanner.Plan(SpokenFacts.Of(container, streams), MediaKit.Wishes)
            .ShouldBeOfType<PlanOutcome.Planned>().Plan.Promised.ShouldBe(expected is { } seconds ? TimeSpan.FromSeconds(seconds) : null);

    private static string Words(PackagePlan plan)
    {
        string first = plan.Tracks[0].SourceIndex is > 0 and int index && plan.Tracks[0].Kind == TrackKind.Video ? $"#{index} " : string.Empty;
        string?[] more =
        [
            plan.Offset == TimeSpan.FromSeconds(0.5) ? null : FormattableString.Invariant($"offset {plan.Offset.TotalSeconds}"),
            plan.Duration is null ? "endless" : null,
        ];
        return first + string.Join(", ", plan.Tracks.Select(Words).Concat(more.OfType<string>()));
    }

    private static string Words(PlannedTrack track)
    {
        string?[] words =
        [
            track.Id,
            track switch
            {
                { Beside: { } id } => $"{track.Codec} beside {id}",
                { Action: TrackAction.Copy } => "copy",
                { SoundEncoding: { } sound } => (sound.Channels == 1 ? "mono" : "stereo")
                    + (sound.Filter.Split("apad=whole_dur=") is [_, var length] ? $" until {length}" : string.Empty),
                { PictureEncoding: { } picture } => "encode" + (picture.Filter.Contains("bwdif", StringComparison.Ordinal) ? " deinterlace" : string.Empty)
                    + (picture.Filter.Contains("tonemap", StringComparison.Ordinal) ? " tonemap" : string.Empty),
                _ => "nothing",
            },
            track.Tag, track.BitstreamFilter, track.Language,
        ];
        return string.Join(' ', words.OfType<string>());
    }
}
