using System.Globalization;
using TelegramHls.Media.Probing;

namespace TelegramHls.Media.Encoders;

/// <summary>Encoders that every machine has: x264 and ffmpeg's own AAC. Pure: the same facts give the same settings.</summary>
internal static class SoftwareEncoders
{
    /// <summary>Samples that ffmpeg's AAC encoder puts before the first one: its decoder needs a start.</summary>
    public const int SoundLead = 1024;

    // Bytes against time, as measured: "veryfast" is the slowest preset that two cores carry for 1080p in real time.
    private const string Preset = "veryfast";
    private const int Quality = 21;
    private const int Reordered = 2;
    private const int StereoRate = 160_000;
    private const int MonoRate = 96_000;

    // Fills gaps and takes overlaps away, so that sound and picture stay in step to the end of a damaged film.
    private const string InStep = "aresample=async=1";

    // ffmpeg's matrix for the layout, as loud as the source: in floating point it is not scaled down. Where channels add up to
    // more than a player can render, the limiter rounds off these peaks instead of letting them clip.
    private const string Downmix = "aformat=sample_fmts=fltp:channel_layouts=stereo,alimiter=level=0:limit=0.97:latency=1";

    // x264 dates its first packet as far before the first picture as the third one is shown after it. Where the first
    // pictures are far apart, or nobody knows, none is reordered.
    private static readonly TimeSpan LongestLead = TimeSpan.FromSeconds(1);

    // ISO/IEC 14496-3, table 1.18, up to what every player plays.
    private static readonly int[] SampleRates = [8000, 11_025, 12_000, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000];

    /// <summary>H.264 High, 8 bits, 4:2:0.</summary>
    /// <param name="stream">The source.</param>
    /// <param name="keyFrameInterval">Between two key frames.</param>
    /// <param name="canToneMap">False where the ffmpeg at hand cannot convert a high dynamic range: its tags stay.</param>
    public static PictureEncoding Pictures(StreamFacts stream, TimeSpan keyFrameInterval, bool canToneMap) => new(
        "libx264",
        Preset,
        Quality,
        stream.Lead <= LongestLead ? Reordered : 0,
        keyFrameInterval,
        string.Join(',', PictureFilters(stream.Video!, canToneMap)));

    /// <summary>What those pictures are once encoded.</summary>
    public static VideoFacts After(VideoFacts facts, PictureEncoding encoding, bool canToneMap)
    {
        PictureSize size = PictureSize.Of(facts);
        Ratio aspect = facts.SampleAspect;
        VideoFacts coloured = canToneMap && facts.IsHighDynamicRange ? ToneMapping.After(facts) : facts;
        return coloured with
        {
            Width = size.Width,
            Height = size.Height,
            PixelFormat = "yuv420p",
            BitDepth = 8,
            SampleAspect = facts.Rotation is 90 or 270 ? new Ratio(aspect.Denominator, aspect.Numerator) : aspect,
            Rotation = 0,
            ReorderDepth = encoding.ReorderDepth,
            FieldOrder = "progressive",
            DolbyVision = null,
        };
    }

    /// <summary>AAC-LC in stereo, or mono where the source is.</summary>
    /// <param name="facts">The source.</param>
    /// <param name="atLeast">Silence is added until it lasts so long; null adds none.</param>
    public static SoundEncoding Sound(AudioFacts facts, TimeSpan? atLeast)
    {
        int channels = facts.Channels == 1 ? 1 : 2;
        string?[] filters =
        [
            InStep,
            facts.Channels > channels ? Downmix : null,
            atLeast is { } length ? $"apad=whole_dur={length.TotalSeconds.ToString("0.######", CultureInfo.InvariantCulture)}" : null,
        ];
        return new SoundEncoding(
            "aac", channels == 1 ? MonoRate : StereoRate, channels, SampleRate(facts.SampleRate), string.Join(',', filters.OfType<string>()));
    }

    private static IEnumerable<string> PictureFilters(VideoFacts facts, bool canToneMap)
    {
        if (facts.IsInterlaced)
        {
            // Fields must be woven apart before colours are thinned out, so the format is pinned until then.
            yield return facts.PixelFormat is { } format ? $"format={format},bwdif=mode=send_frame" : "bwdif=mode=send_frame";
        }

        foreach (string filter in PictureSize.Of(facts).Filters)
        {
            yield return filter;
        }

        if (canToneMap && facts.IsHighDynamicRange)
        {
            yield return ToneMapping.Filter(facts);
        }

        yield return "format=yuv420p";
    }

    private static int SampleRate(int rate) =>
        Array.IndexOf(SampleRates, rate) >= 0 ? rate
        : rate > 48_000 && rate % 44_100 == 0 ? 44_100
        : Array.Find(SampleRates, known => known >= rate) is > 0 and int next ? next
        : 48_000;
}
