namespace TelegramHls.Media.Probing;

/// <summary>One elementary stream of a file.</summary>
/// <param name="Index">Its number in the file, from 0.</param>
/// <param name="Kind">What it carries.</param>
/// <param name="Codec">ffmpeg's name of the codec, for example <c>h264</c>; <c>unknown</c> when it has none.</param>
/// <param name="Profile">The codec's profile in ffprobe's words.</param>
/// <param name="Level">The codec's level as a number (H.264 4.0 is 40, HEVC 4.0 is 120).</param>
/// <param name="Language">As the file says, mostly ISO 639-2; null when unsaid or <c>und</c>.</param>
/// <param name="Title">The track's title, where it has one.</param>
/// <param name="Start">Time stamp of the first picture or sample shown.</param>
/// <param name="FirstDecode">Time stamp at which its first packet is decoded; may lie before <paramref name="Start"/>.</param>
/// <param name="Duration">How long it plays; null when unknown.</param>
/// <param name="BitRate">Bits in a second; null when unknown.</param>
/// <param name="Disposition">What the file marks it as.</param>
/// <param name="Video">Facts of moving pictures; null for other kinds.</param>
/// <param name="Audio">Facts of sound; null for other kinds.</param>
/// <param name="HasDecoder">False when the ffmpeg of this machine cannot decode it.</param>
/// <param name="Lead">From its first packet to its third; null when unknown.</param>
/// <param name="LongestGroup">The longest way from one key frame to the next that was seen at a few places; null when none was.</param>
/// <param name="IsUntimed">True when most packets do not say when they are shown: only a decoder finds out.</param>
public sealed record StreamFacts(
    int Index,
    StreamKind Kind,
    string Codec,
    string? Profile,
    int? Level,
    string? Language,
    string? Title,
    TimeSpan? Start,
    TimeSpan? FirstDecode,
    TimeSpan? Duration,
    long? BitRate,
    StreamDisposition Disposition,
    VideoFacts? Video,
    AudioFacts? Audio,
    bool HasDecoder = true,
    TimeSpan? Lead = null,
    TimeSpan? LongestGroup = null,
    bool IsUntimed = false);
