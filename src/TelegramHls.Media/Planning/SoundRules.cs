using TelegramHls.Media.Probing;

namespace TelegramHls.Media.Planning;

/// <summary>Which sounds are copied, and which of them need AAC beside them.</summary>
internal static class SoundRules
{
    private const int Stereo = 2;

    /// <summary>True when every browser plays it as it is.</summary>
    // ISO/IEC 14496-3: of the object types of AAC browsers decode these alone. Unsaid is low complexity.
    public static bool IsCopied(StreamFacts sound) =>
        sound is { Codec: "aac", Profile: null or "LC" or "HE-AAC" or "HE-AACv2" or "unknown" };

    /// <summary>
    /// True when it is kept beside its AAC: some players play it, and something would be lost. Surround of Dolby goes to
    /// receivers and televisions as it is; Opus and FLAC play in most browsers, at a better quality than a second encoding has.
    /// </summary>
    public static bool IsKept(StreamFacts sound) => sound.Codec switch
    {
        "ac3" or "eac3" => sound.Audio!.Channels > Stereo,
        "opus" or "flac" => true,
        _ => false,
    };
}
