using TelegramHls.Media.Probing;

namespace TelegramHls.Media.Planning;

/// <summary>Which sounds are copied, and which of them need AAC beside them.</summary>
internal static class SoundRules
{
    private const int Stereo = 2;

    // Shorter gaps players jump over.
    private static readonly TimeSpan ShortEnd = TimeSpan.FromSeconds(1);

    /// <summary>True when it can be copied or encoded anew. Of a damaged stream ffprobe may not even tell the channels.</summary>
    public static bool IsUsable(StreamFacts sound) =>
        sound.Audio is { Channels: > 0, SampleRate: > 0 } && (sound.HasDecoder || WhyEncoded(sound) is null);

    /// <summary>Why it is encoded anew; null when it is copied alone.</summary>
    public static string? WhyEncoded(StreamFacts sound) => sound switch
    {
        // ISO/IEC 14496-3: of the object types of AAC browsers decode these alone. Unsaid is low complexity.
        { Codec: "aac", Profile: null or "LC" or "HE-AAC" or "HE-AACv2" or "unknown" } => null,
        { Codec: "aac" } => $"browsers do not play AAC {sound.Profile}",
        { Codec: "opus" or "flac" } => $"not every player plays {CodecRules.Name(sound.Codec)}",
        _ => $"browsers do not play {CodecRules.Name(sound.Codec)}",
    };

    /// <summary>
    /// Why it is kept beside its AAC; null when it is not. Surround of Dolby goes to receivers and televisions as it is; Opus and
    /// FLAC play in most browsers, and a second encoding loses something.
    /// </summary>
    public static string? WhyKept(StreamFacts sound) => sound.Codec switch
    {
        "ac3" or "eac3" when sound.Audio!.Channels > Stereo => "for players with surround sound",
        "opus" or "flac" => "for players that play it",
        _ => null,
    };

    /// <summary>
    /// How long a sound must be made, with silence, that ends well before its pictures: behind its end players would wait for it.
    /// Null where both last about as long, or the file does not tell.
    /// </summary>
    public static TimeSpan? Lengthened(StreamFacts? film, StreamFacts sound) =>
        film is { Start: { } shown, Duration: { } pictures } && sound is { HasDecoder: true, Start: { } heard, Duration: { } lasts }
        && shown + pictures - (heard + lasts) > ShortEnd
            ? shown + pictures - heard
            : null;
}
