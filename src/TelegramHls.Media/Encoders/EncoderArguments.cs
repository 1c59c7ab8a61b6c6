using System.Globalization;
using TelegramHls.Media.Encoders.Hardware;

namespace TelegramHls.Media.Encoders;

/// <summary>Writes ffmpeg's arguments for one encoded stream.</summary>
internal static class EncoderArguments
{
    // Key frames come where they are forced and nowhere else.
    private const string NeverByCount = "1000000";

    /// <param name="encoding">The frozen settings.</param>
    /// <param name="index">The stream's place in the output.</param>
    public static IEnumerable<string> For(PictureEncoding encoding, int index)
    {
        string interval = encoding.KeyFrameInterval.TotalSeconds.ToString("0.######", CultureInfo.InvariantCulture);
        return
        [
            .. encoding.Hardware is { } hardware
                ? HardwareArguments.Encode(hardware.Device, encoding.Quality, index)
                : Software(encoding, index),
            // Not at multiples of the interval: with 23.976 pictures a second that comes a picture too early at times,
            // and a segment would not end there.
            $"-force_key_frames:{index}", $"expr:if(isnan(prev_forced_t),1,gte(t,prev_forced_t+{interval}))",
            $"-filter:{index}", encoding.Hardware is { } target ? HardwareArguments.Filter(target.Device, encoding.Filter) : encoding.Filter,
            // Pictures keep their own times: none is doubled to fill a rate. The fine base rounds none of them.
            $"-fps_mode:{index}", "vfr", $"-enc_time_base:{index}", "1:90000",
        ];
    }

    /// <inheritdoc cref="For(PictureEncoding, int)"/>
    public static IEnumerable<string> For(SoundEncoding encoding, int index) =>
    [
        $"-c:{index}", encoding.Encoder, $"-b:{index}", Number(encoding.BitRate), $"-ac:{index}", Number(encoding.Channels),
        $"-ar:{index}", Number(encoding.SampleRate), $"-filter:{index}", encoding.Filter,
    ];

    private static IEnumerable<string> Software(PictureEncoding encoding, int index) =>
    [
        $"-c:{index}", encoding.Encoder, $"-profile:{index}", "high", $"-preset:{index}", encoding.Preset,
        $"-crf:{index}", Number(encoding.Quality), $"-bf:{index}", Number(encoding.ReorderDepth),
        $"-g:{index}", NeverByCount, $"-sc_threshold:{index}", "0",
        // The look-ahead's own thread races with the encoder's: one run in thirty wrote other bytes.
        $"-x264-params:{index}", "sync-lookahead=0",
    ];

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
