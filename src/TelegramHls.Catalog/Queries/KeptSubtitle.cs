using TelegramHls.Catalog.Model;

namespace TelegramHls.Catalog.Queries;

/// <summary>Subtitles of a video that are completely stored.</summary>
/// <param name="Track">The track; its codec is the ending of its file, such as <c>srt</c>.</param>
/// <param name="File">Where its bytes are.</param>
/// <param name="Length">How many bytes, 1 or more.</param>
public sealed record KeptSubtitle(VideoTrack Track, Companion File, long Length);
