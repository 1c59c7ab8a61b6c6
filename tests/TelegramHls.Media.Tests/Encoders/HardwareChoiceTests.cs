using TelegramHls.Media.Encoders.Hardware;
using TelegramHls.Testing;

namespace TelegramHls.Media.Tests.Encoders;

/// <summary>Which hardware is chosen: the best that encodes and decodes a real small film.</summary>
public sealed class HardwareChoiceTests : IDisposable
{
    private readonly HardwareRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task LookAsync_NoDevices_NamesEachFamilyWithItsReason()
    {
        HardwareReport report = await _rig.LookAsync(new StandInFFmpeg());

        report.Trials.Select(trial => trial.Device.ToString()).ShouldBe(["NVENC", "QSV", "VAAPI", "VideoToolbox", "AMF"]);
        report.Trials.ShouldAllBe(trial => trial.Encodes || trial.Reason!.Length > 10);
        report.Trials[1].Reason.ShouldBe("this machine has no device /dev/dri/renderD*");
        report.Trials[3].Reason.ShouldBe("this ffmpeg was built without h264_videotoolbox");
        report.Trials[4].Reason.ShouldBe("this ffmpeg was built without it, or is too old (Unrecognized option 'qp_i:0'.)");
        report.IsLacking.ShouldBeFalse();
    }

    [Fact]
    public async Task LookAsync_DeviceThatIsNone_SaysSo()
    {
        HardwareReport report = await _rig.LookAsync(new StandInFFmpeg(), HardwareAcceleration.Vaapi, "dri/renderD128");

        HardwareTrial trial = report.Trials.ShouldHaveSingleItem();
        trial.Device.ToString().ShouldBe($"VAAPI on {_rig.Devices}/dri/renderD128");
        trial.InWords().ShouldStartWith("does not work: no driver takes this device (");
        (report.Chosen, report.IsLacking).ShouldBe((null, true));
    }

    [Theory]
    [InlineData("h264_vaapi h264_amf", HardwareAcceleration.Vaapi)]
    [InlineData("h264_amf h264_nvenc h264_vaapi", HardwareAcceleration.Nvenc)]
    public async Task LookAsync_SeveralWork_ChoosesTheBest(string works, HardwareAcceleration expected)
    {
        HardwareReport report = await _rig.LookAsync(
            new StandInFFmpeg { Works = works }, HardwareAcceleration.Auto, "dri/renderD128", "dri/card0");

        report.Chosen!.Device.Family.ShouldBe(expected);
        report.Chosen.Decodes.ShouldBeTrue();
        report.Trials.Count(trial => trial.Encodes).ShouldBe(works.Split(' ').Length);
    }

    [Fact]
    public async Task LookAsync_SeveralDevices_TriesEach()
    {
        HardwareReport report = await _rig.LookAsync(
            new StandInFFmpeg { Works = "h264_nvenc" }, HardwareAcceleration.Auto,
            "dri/renderD128", "dri/renderD129", "nvidia0", "nvidia1", "nvidiactl", "nvidia-uvm");

        report.Trials.Where(trial => trial.Device.Family <= HardwareAcceleration.Vaapi).Select(trial => Path.GetFileName(trial.Device.Path))
            .ShouldBe(["0", "1", "renderD128", "renderD129"]);
        report.Chosen!.Device.ToString().ShouldBe("NVENC on card 0");
    }

    [Fact]
    public async Task LookAsync_OnlyEncodes_IsChosenWithoutDecoding()
    {
        HardwareReport report = await _rig.LookAsync(
            new StandInFFmpeg { Works = "h264_vaapi", Decodes = false }, HardwareAcceleration.Vaapi, "dri/renderD128");

        report.Chosen!.Decodes.ShouldBeFalse();
        report.Trials[0].InWords().ShouldStartWith("encodes, but does not decode: ");
    }

    [Fact]
    public async Task LookAsync_KeyFramesAnywhere_IsNotChosen()
    {
        HardwareReport report = await _rig.LookAsync(
            new StandInFFmpeg { Works = "h264_nvenc", KeepsKeyFrames = false }, HardwareAcceleration.Nvenc);

        report.Trials[0].Reason.ShouldBe("it does not put key frames where segments begin");
        report.Chosen.ShouldBeNull();
    }

    [Fact]
    public async Task LookAsync_NeverEnds_IsGivenUpAfterTwentySeconds()
    {
        var clock = new ManualTimeProvider();
        HardwareChoice choice = await _rig.ChoiceAsync(
            new StandInFFmpeg { Works = "h264_nvenc", Hangs = true }, HardwareAcceleration.Nvenc, clock);

        Task<HardwareReport> looking = choice.LookAsync(CancellationToken.None);
        SpinWait.SpinUntil(() => clock.PendingTimers > 0, TimeSpan.FromSeconds(20)).ShouldBeTrue();
        clock.Advance(TimeSpan.FromSeconds(19));
        looking.IsCompleted.ShouldBeFalse();
        clock.Advance(TimeSpan.FromSeconds(1));

        (await looking).Trials[0].Reason.ShouldBe("it did not end within 20 s");
    }

    [Fact]
    public async Task LookAsync_None_TriesNothing()
    {
        HardwareReport report = await _rig.LookAsync(new StandInFFmpeg { Works = "h264_nvenc" }, HardwareAcceleration.None);

        (report.Chosen, report.IsLacking, report.Trials.Length).ShouldBe((null, false, 0));
        (await StandInFFmpeg.RunsAsync(_rig.Programs)).ShouldBeEmpty();
    }

    [Fact]
    public async Task LookAsync_Doubted_TriesAnew()
    {
        HardwareChoice choice = await _rig.ChoiceAsync(new StandInFFmpeg { Works = "h264_nvenc" }, HardwareAcceleration.Nvenc);
        await Task.WhenAll(choice.LookAsync(CancellationToken.None), choice.LookAsync(CancellationToken.None));
        (await StandInFFmpeg.RunsAsync(_rig.Programs)).Length.ShouldBe(2);

        await new StandInFFmpeg().MakeAsync(_rig.Programs);
        (await choice.LookAsync(CancellationToken.None)).Chosen.ShouldNotBeNull();
        choice.Doubt();

        (await choice.LookAsync(CancellationToken.None)).Chosen.ShouldBeNull();
    }

    // What ffmpeg 5.1 said on machines without the hardware or without the right to use it.
    [Theory]
    [InlineData("[h264_nvenc @ 0x556a22f4d700] Cannot load libcuda.so.1\nError initializing output stream 0:0",
        "there is no NVIDIA driver (Cannot load libcuda.so.1)")]
    [InlineData("[AVHWDeviceContext @ 0x559ae5483a80] No VA display found for device /dev/dri/renderD128.\nDevice creation failed: -22.",
        "there is no VA-API driver for it, such as intel-media-va-driver or mesa-va-drivers (No VA display found for device /dev/dri/renderD128.)")]
    [InlineData("[h264_qsv @ 0x55d81633c0c0] Error initializing an internal MFX session: unsupported (-3)",
        "there is no media driver of Intel's for it (Error initializing an internal MFX session: unsupported (-3))")]
    [InlineData("[AVHWDeviceContext @ 0x559a] Failed to open /dev/dri/renderD128: Permission denied",
        "this user may not open it: make it a member of the device's group, mostly render (Failed to open /dev/dri/renderD128: Permission denied)")]
    [InlineData("Unknown encoder 'h264_amf'", "this ffmpeg was built without h264_amf")]
    [InlineData("[h264_amf @ 0x5] The moon is full", "ffmpeg says: The moon is full")]
    [InlineData("", "ffmpeg ended without a word")]
    public void Of_Log_SaysWhy(string log, string expected) => TrialWords.Of(log, "h264_amf").ShouldBe(expected);
}
