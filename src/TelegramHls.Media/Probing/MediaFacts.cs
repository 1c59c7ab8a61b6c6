using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace TelegramHls.Media.Probing;

/// <summary>What is in a file, as ffprobe says.</summary>
/// <param name="Container">ffprobe's names of the container, for example <c>mov,mp4,m4a,3gp,3g2,mj2</c>.</param>
/// <param name="Duration">How long it plays; null when unknown.</param>
/// <param name="Start">Time stamp of its beginning; films seldom start at 0 and may start before it.</param>
/// <param name="Size">Bytes.</param>
/// <param name="BitRate">Bits in a second over all; null when unknown.</param>
/// <param name="Streams">Everything in it, in ffprobe's order.</param>
/// <param name="Chapters">Its chapters, empty where it has none.</param>
public sealed record MediaFacts(
    string Container,
    TimeSpan? Duration,
    TimeSpan Start,
    long Size,
    long? BitRate,
    ImmutableArray<StreamFacts> Streams,
    ImmutableArray<ChapterFacts> Chapters)
{
    /// <summary>The streams of moving pictures, covers left out; the one to play comes first.</summary>
    // A picture that a camera or a tagger put in front of the film is no film.
    [JsonIgnore]
    public ImmutableArray<StreamFacts> Films =>
    [
        .. Streams.Where(stream => stream.Kind == StreamKind.Video && !stream.Disposition.IsAttachedPicture)
            .OrderBy(stream => stream.Codec is "mjpeg" or "png" or "bmp" or "webp")
            .ThenByDescending(stream => stream.Disposition.IsDefault),
    ];

    /// <summary>The streams of sound.</summary>
    [JsonIgnore]
    public ImmutableArray<StreamFacts> Sounds => [.. Streams.Where(stream => stream.Kind == StreamKind.Audio)];
}
