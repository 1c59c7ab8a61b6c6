using System.Text.Json;
using TelegramHls.Media.Encoders.Hardware;
using TelegramHls.Media.Packaging;
using TelegramHls.Media.Planning;
using TelegramHls.Testing;

namespace TelegramHls.Media.Tests.Encoders;

/// <summary>Hardware in a plan: what ffmpeg is told, and what is left when it fails.</summary>
public sealed class HardwarePlanTests
{
    private static readonly HardwareUse Vaapi = new(new HardwareDevice(HardwareAcceleration.Vaapi, "/dev/dri/renderD129"), Decodes: true);

    [Theory]
    [InlineData(HardwareAcceleration.Nvenc, null, "-hwaccel cuda", "h264_nvenc", "-preset:0 p4 -rc:0 vbr -cq:0 21 -b:0 0 -forced-idr:0 1", "yuv420p")]
    [InlineData(HardwareAcceleration.Nvenc, "1", "-hwaccel cuda -hwaccel_device 1", "h264_nvenc",
        "-preset:0 p4 -rc:0 vbr -cq:0 21 -b:0 0 -forced-idr:0 1 -gpu:0 1", "yuv420p")]
    [InlineData(HardwareAcceleration.Vaapi, "/dev/dri/renderD129",
        "-init_hw_device vaapi=gpu:/dev/dri/renderD129 -filter_hw_device gpu -hwaccel vaapi -hwaccel_device gpu", "h264_vaapi",
        "-rc_mode:0 CQP -qp:0 23", "yuv420p,format=nv12,hwupload")]
    [InlineData(HardwareAcceleration.Qsv, "/dev/dri/renderD128",
        "-init_hw_device vaapi=va:/dev/dri/renderD128 -init_hw_device qsv=gpu@va -filter_hw_device gpu -hwaccel vaapi -hwaccel_device va",
        "h264_qsv", "-preset:0 veryfast -global_quality:0 21 -look_ahead:0 0 -forced_idr:0 1", "yuv420p,format=nv12")]
    [InlineData(HardwareAcceleration.VideoToolbox, null, "-hwaccel videotoolbox", "h264_videotoolbox", "-q:0 65", "yuv420p")]
    [InlineData(HardwareAcceleration.Amf, null, "-hwaccel vaapi", "h264_amf", "-usage:0 transcoding -rc:0 cqp -qp_i:0 21 -qp_p:0 23", "yuv420p,format=nv12")]
    public async Task For_EachFamily_TellsFFmpegHow(
        HardwareAcceleration family, string? path, string input, string encoder, string settings, string upload)
    {
        PackagePlan plan = await PlanAsync(new HardwareUse(new HardwareDevice(family, path), Decodes: true));

        string arguments = string.Join(' ', PackageArguments.For(plan, "film.avi"));

        arguments.ShouldContain($" -filter_threads 2 {input} -protocol_whitelist ");
        arguments.ShouldContain($" -c:0 {encoder} -profile:0 high -bf:0 0 -g:0 30000 {settings} -force_key_frames:0 expr:if(");
        arguments.ShouldContain($"format={upload} -fps_mode:0 vfr ");
        arguments.ShouldContain(" -c:1 aac ");
    }

    [Fact]
    public async Task StepDown_UntilNothingIsLeft_LeavesOutDecodingFirst()
    {
        PackagePlan software = await PlanAsync(null);
        PackagePlan both = HardwarePlan.With(software, Vaapi);

        PackagePlan encodes = HardwarePlan.StepDown(both).ShouldNotBeNull();
        PackagePlan none = HardwarePlan.StepDown(encodes).ShouldNotBeNull();

        HardwarePlan.In(encodes).ShouldBe(Vaapi with { Decodes = false });
        encodes.Notes.ShouldBe(["Hardware (VAAPI on /dev/dri/renderD129) failed to decode this film, so software did."]);
        string.Join(' ', PackageArguments.For(encodes, "x")).ShouldNotContain("-hwaccel");
        PackageArguments.For(none, "x").ShouldBe(PackageArguments.For(software, "x"));
        none.Notes.ShouldBe(["Hardware (VAAPI on /dev/dri/renderD129) failed over this film, so its picture was encoded in software."]);
        HardwarePlan.StepDown(none).ShouldBeNull();
    }

    [Fact]
    public async Task Plan_OfACopiedFilm_HasNoUseForHardware()
    {
        PackagePlan plan = await MediaKit.PlanAsync(await Films.TwoLanguages(12));

        HardwarePlan.IsOfUse(plan).ShouldBeFalse();
        HardwarePlan.In(HardwarePlan.With(plan, Vaapi)).ShouldBeNull();
    }

    [Fact]
    public async Task Plan_ThroughJson_KeepsItsHardware()
    {
        PackagePlan plan = await PlanAsync(Vaapi);

        PackagePlan read = JsonSerializer.Deserialize<PackagePlan>(JsonSerializer.Serialize(plan)).ShouldNotBeNull();

        HardwarePlan.In(read).ShouldBe(Vaapi);
        PackageArguments.For(read, "x").ShouldBe(PackageArguments.For(plan, "x"));
        JsonSerializer.Serialize(HardwarePlan.With(plan, null)).ShouldNotContain("Hardware");
    }

    [Fact]
    public async Task PackageAsync_ByHardware_KeepsTimesAndCutsWhereSegmentsBegin()
    {
        using var programs = new TempDirectory();
        using var folder = new TempDirectory();
        string ffmpeg = await new StandInFFmpeg { Works = "h264_vaapi" }.MakeAsync(programs);
        string source = await ForeignFilms.Avi();
        using var sink = new FileSink(folder.File("stored.mp4"));

        PackagingFigures figures =
            await MediaKit.PackagerOf(new FixedFFmpeg(ffmpeg)).PackageAsync(await PlanAsync(Vaapi), source, sink, null, CancellationToken.None);

        sink.Dispose();
        figures.Bytes.ShouldBe(new FileInfo(sink.Path).Length);
        figures.Played.TotalSeconds.ShouldBe(12, 0.6);
        figures.Worked.ShouldBeInRange(TimeSpan.FromMilliseconds(20), figures.Elapsed);
        double[] shown = await Times.OfPicturesAsync(sink.Path);
        shown.Select(time => time - 0.5).ShouldBe(await Times.OfPicturesAsync(source), 0.001);
        sink.Fragments.Where(fragment => fragment.Track == 1 && fragment.StartsWithSync).Count().ShouldBe(3);
        (await StandInFFmpeg.RunsAsync(programs)).ShouldBe(["h264_vaapi vaapi film"]);
    }

    private static async Task<PackagePlan> PlanAsync(HardwareUse? use) => HardwarePlan.With(await MediaKit.PlanAsync(await ForeignFilms.Avi()), use);
}
