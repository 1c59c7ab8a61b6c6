namespace TelegramHls.Media.Encoders.Hardware;

/// <summary>One thing that may encode and decode.</summary>
/// <param name="Family">How it is spoken to; neither <c>Auto</c> nor <c>None</c>.</param>
/// <param name="Path">VAAPI and QSV: the render device, as <c>/dev/dri/renderD128</c>. NVENC: the number of the card; null where there is one at most.</param>
public sealed record HardwareDevice(HardwareAcceleration Family, string? Path)
{
    /// <summary>As people call it: <c>VAAPI on /dev/dri/renderD128</c>, <c>NVENC on card 1</c>, <c>AMF</c>.</summary>
    public override string ToString()
    {
        string family = Family == HardwareAcceleration.VideoToolbox ? "VideoToolbox" : Family.ToString().ToUpperInvariant();
        return Path is null ? family
            : Family == HardwareAcceleration.Nvenc ? $"{family} on card {Path}"
            : $"{family} on {Path}";
    }
}
