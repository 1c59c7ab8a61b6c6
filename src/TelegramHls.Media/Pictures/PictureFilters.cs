using TelegramHls.Media.Encoders;
using TelegramHls.Media.Probing;
using TelegramHls.Media.Processes;

namespace TelegramHls.Media.Pictures;

/// <summary>What single pictures of a film pass on their way into a JPEG. ffmpeg turns them upright by itself.</summary>
internal static class PictureFilters
{
    // Lines of two moments become a picture of one, from that picture alone: its neighbours are other key frames.
    private const string OneField = "estdif=mode=frame:deint=interlaced";

    /// <summary>Makes whole pictures of interlaced ones.</summary>
    public static string[] WholePictures(VideoFacts facts, FFmpegTools.Found tools) =>
        facts.IsInterlaced && tools.Filters.Contains("estdif") ? [OneField] : [];

    /// <summary>
    /// Brings HDR10 and HLG into the range that a JPEG has; without it they look grey. Nothing for other pictures, and where this
    /// ffmpeg cannot do it.
    /// </summary>
    public static string[] UsualRange(VideoFacts facts, FFmpegTools.Found tools) =>
        facts.IsHighDynamicRange && tools.CanToneMap ? [ToneMapping.Filter(facts)] : [];
}
