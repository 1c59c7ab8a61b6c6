using System.Globalization;
using TelegramHls.Media.Probing;

namespace TelegramHls.Media.Playlists;

/// <summary>What <c>EXT-X-STREAM-INF</c> says of pictures.</summary>
internal static class PictureAttributes
{
    // Above it ffmpeg names the clock that all time stamps fit, not a rate that any picture comes at.
    private const double FastestRate = 240;

    /// <summary>The attributes with a comma in front; empty for sound.</summary>
    public static string Of(VideoFacts? picture)
    {
        if (picture is null)
        {
            return string.Empty;
        }

        double aspect = picture.SampleAspect.Value is > 0 and var known ? known : 1;
        long width = (long)Math.Round(picture.Width * aspect);
        bool isTurned = picture.Rotation is 90 or 270;
        long across = isTurned ? picture.Height : width;
        long down = isTurned ? width : picture.Height;
        // RFC 8216, 4.3.4.2: the maximum, where the rate varies.
        double rate = picture.FrameRate.Value is > 0 and <= FastestRate ? picture.FrameRate.Value : picture.AverageFrameRate.Value;
        string range = picture.ColorTransfer switch
        {
            "smpte2084" => "PQ",
            "arib-std-b67" => "HLG",
            _ => "SDR",
        };
        string frames = rate > 0 ? string.Create(CultureInfo.InvariantCulture, $",FRAME-RATE={rate:0.000}") : string.Empty;
        return string.Create(CultureInfo.InvariantCulture, $",RESOLUTION={across}x{down}{frames},VIDEO-RANGE={range}");
    }
}
