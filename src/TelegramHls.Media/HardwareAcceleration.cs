namespace TelegramHls.Media;

/// <summary>The family of hardware that may encode and decode.</summary>
public enum HardwareAcceleration
{
    /// <summary>The first family that passes a real trial, else software.</summary>
    Auto,

    /// <summary>Software only.</summary>
    None,

    /// <summary>NVIDIA.</summary>
    Nvenc,

    /// <summary>Linux VA-API (Intel, AMD).</summary>
    Vaapi,

    /// <summary>Intel Quick Sync Video.</summary>
    Qsv,

    /// <summary>Apple.</summary>
    VideoToolbox,

    /// <summary>AMD Advanced Media Framework.</summary>
    Amf,
}
