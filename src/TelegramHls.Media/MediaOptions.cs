using System.ComponentModel.DataAnnotations;

namespace TelegramHls.Media;

/// <summary>How films are packaged (section <c>Media</c>).</summary>
public sealed class MediaOptions
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "Media";

    /// <summary>The folder that holds <c>ffmpeg</c> and <c>ffprobe</c>; null looks them up in <c>PATH</c>.</summary>
    public string? FFmpegDirectory { get; set; }

    /// <summary>Which hardware may encode.</summary>
    [EnumDataType(typeof(HardwareAcceleration), ErrorMessage =
        "Media__HardwareAcceleration must be auto, none, nvenc, vaapi, qsv, videotoolbox or amf.")]
    public HardwareAcceleration HardwareAcceleration { get; set; } = HardwareAcceleration.Auto;

    /// <summary>How long an HLS segment should be, in seconds.</summary>
    [Range(1, 12, ErrorMessage = "Media__SegmentSeconds must be from 1 to 12.")]
    public int SegmentSeconds { get; set; } = 4;

    /// <summary>Which players a film is packaged for.</summary>
    [EnumDataType(typeof(Compatibility), ErrorMessage = "Media__Compatibility must be copy or everywhere.")]
    public Compatibility Compatibility { get; set; } = Compatibility.Copy;

    /// <summary>The largest source, in bytes; a larger one is refused.</summary>
    [Range(1L, long.MaxValue, ErrorMessage = "Media__MaxSourceBytes must be 1 or more.")]
    public long MaxSourceBytes { get; set; } = 50_000_000_000;
}
