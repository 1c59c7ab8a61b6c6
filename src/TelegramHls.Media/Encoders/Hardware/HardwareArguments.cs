using System.Globalization;

namespace TelegramHls.Media.Encoders.Hardware;

/// <summary>
/// ffmpeg's arguments for each family. Pictures come back to memory once decoded and are uploaded to be encoded: between the two the
/// same filters work as in software.
/// </summary>
internal static class HardwareArguments
{
    // Key frames come where they are forced; QSV counts to 65,535 only, and no interval has 30,000 pictures.
    private const string NeverByCount = "30000";

    // A constant quantizer gives each picture what x264's rate factor gives the average: two steps more come to about as much.
    private const int QuantizerOverRateFactor = 2;

    /// <summary>Opens the device; goes before all inputs.</summary>
    public static string[] Open(HardwareDevice device) => device.Family switch
    {
        HardwareAcceleration.Vaapi => ["-init_hw_device", $"vaapi=gpu:{device.Path}", "-filter_hw_device", "gpu"],
        HardwareAcceleration.Qsv =>
            ["-init_hw_device", $"vaapi=va:{device.Path}", "-init_hw_device", "qsv=gpu@va", "-filter_hw_device", "gpu"],
        _ => [],
    };

    /// <summary>Decodes the next input on the device where it can, else in software.</summary>
    public static string[] Decode(HardwareDevice device) => device.Family switch
    {
        HardwareAcceleration.Nvenc => device.Path is { } card ? ["-hwaccel", "cuda", "-hwaccel_device", card] : ["-hwaccel", "cuda"],
        HardwareAcceleration.Vaapi => ["-hwaccel", "vaapi", "-hwaccel_device", "gpu"],
        // The same silicon under an interface that needs no decoder of its own for each codec.
        HardwareAcceleration.Qsv => ["-hwaccel", "vaapi", "-hwaccel_device", "va"],
        HardwareAcceleration.VideoToolbox => ["-hwaccel", "videotoolbox"],
        // AMF only encodes; on Linux such cards decode by VA-API.
        HardwareAcceleration.Amf => ["-hwaccel", "vaapi"],
        _ => throw Unknown(device),
    };

    /// <summary>Keeps decoded pictures on the device, so that nothing else can have decoded them.</summary>
    public static string[] KeepThere(HardwareDevice device) =>
    [
        "-hwaccel_output_format", device.Family switch
        {
            HardwareAcceleration.Nvenc => "cuda",
            HardwareAcceleration.VideoToolbox => "videotoolbox_vld",
            _ => "vaapi",
        },
    ];

    /// <summary>The filters, and what brings their pictures to the encoder.</summary>
    public static string Filter(HardwareDevice device, string filter) => device.Family switch
    {
        HardwareAcceleration.Vaapi => $"{filter},format=nv12,hwupload",
        HardwareAcceleration.Qsv or HardwareAcceleration.Amf => $"{filter},format=nv12",
        _ => filter,
    };

    /// <summary>ffmpeg's name of the encoder.</summary>
    public static string Encoder(HardwareDevice device) => $"h264_{device.Family.ToString().ToLowerInvariant()}";

    /// <summary>Encoder and settings of one stream. No picture is reordered: that differs from driver to driver.</summary>
    /// <param name="device">The device.</param>
    /// <param name="quality">As x264's constant rate factor.</param>
    /// <param name="index">The stream's place in the output.</param>
    public static IEnumerable<string> Encode(HardwareDevice device, int quality, int index) =>
    [
        $"-c:{index}", Encoder(device), $"-profile:{index}", "high", $"-bf:{index}", "0", $"-g:{index}", NeverByCount,
        .. Settings(device, quality).SelectMany(setting => new[] { $"-{setting.Name}:{index}", setting.Value }),
    ];

    private static (string Name, string Value)[] Settings(HardwareDevice device, int quality) => device.Family switch
    {
        HardwareAcceleration.Nvenc =>
        [
            ("preset", "p4"), ("rc", "vbr"), ("cq", Number(quality)), ("b", "0"), ("forced-idr", "1"),
            .. device.Path is { } card ? [("gpu", card)] : Array.Empty<(string, string)>(),
        ],
        HardwareAcceleration.Vaapi => [("rc_mode", "CQP"), ("qp", Number(quality + QuantizerOverRateFactor))],
        HardwareAcceleration.Qsv => [("preset", "veryfast"), ("global_quality", Number(quality)), ("look_ahead", "0"), ("forced_idr", "1")],
        // Its scale is a percentage.
        HardwareAcceleration.VideoToolbox => [("q", Number(Math.Clamp(107 - (2 * quality), 1, 100)))],
        HardwareAcceleration.Amf =>
        [
            ("usage", "transcoding"), ("rc", "cqp"),
            ("qp_i", Number(quality)), ("qp_p", Number(quality + QuantizerOverRateFactor)),
        ],
        _ => throw Unknown(device),
    };

    private static NotSupportedException Unknown(HardwareDevice device) => new($"{device.Family} is no family of hardware.");

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
