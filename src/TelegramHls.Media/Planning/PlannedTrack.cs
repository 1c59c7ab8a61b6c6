using System.Text.Json.Serialization;
using TelegramHls.Media.Encoders;
using TelegramHls.Media.Probing;

namespace TelegramHls.Media.Planning;

/// <summary>One track of the film to be packaged.</summary>
/// <param name="Id"><c>v0</c>, <c>a0</c>, <c>a1</c> …; used in URLs.</param>
/// <param name="Kind">Pictures or sound.</param>
/// <param name="SourceIndex">The stream of the source that it comes from.</param>
/// <param name="Codec">ffmpeg's name of the codec of the track as packaged.</param>
/// <param name="Action">Copied or encoded anew.</param>
/// <param name="Tag">Four letters that name the codec in the file, where ffmpeg's own choice would not play.</param>
/// <param name="BitstreamFilter">A filter that copied packets must pass to fit the container.</param>
/// <param name="Language">As the source says, mostly ISO 639-2; null when unsaid.</param>
/// <param name="Title">As the source says.</param>
/// <param name="IsDefault">Chosen unless the viewer says otherwise; at most one audio track.</param>
/// <param name="Picture">Facts of the pictures as packaged; null for sound.</param>
/// <param name="Sound">Facts of the sound as packaged; null for pictures.</param>
/// <param name="SourceCodec">ffmpeg's name of the codec in the source; null where the track is copied.</param>
/// <param name="PictureEncoding">How pictures are encoded; null where they are copied, and for sound.</param>
/// <param name="SoundEncoding">How sound is encoded; null where it is copied, and for pictures.</param>
/// <param name="Beside">The id of the track that carries the same sound as AAC; null for that one, and for pictures.</param>
/// <param name="IsComment">A commentary: never chosen unasked.</param>
/// <param name="IsDescription">It tells what the pictures show, for people who see badly.</param>
/// <param name="Reason">Why it is encoded, or kept beside its AAC: a clause without a full stop; null where it is just copied.</param>
public sealed record PlannedTrack(
    string Id,
    TrackKind Kind,
    int SourceIndex,
    string Codec,
    TrackAction Action,
    string? Tag,
    string? BitstreamFilter,
    string? Language,
    string? Title,
    bool IsDefault,
    VideoFacts? Picture,
    AudioFacts? Sound,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? SourceCodec = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] PictureEncoding? PictureEncoding = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] SoundEncoding? SoundEncoding = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Beside = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool IsComment = false,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool IsDescription = false,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Reason = null);
