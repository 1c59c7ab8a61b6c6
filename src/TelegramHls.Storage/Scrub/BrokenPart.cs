using TelegramHls.Core.Ids;

namespace TelegramHls.Storage.Scrub;

/// <summary>A part that is not whole, or still not whole after a repair.</summary>
/// <param name="Video">The video that its file was made for.</param>
/// <param name="File">The stored file.</param>
/// <param name="Index">The part's place in it.</param>
/// <param name="Good">Channels that it stands in.</param>
/// <param name="IsUnclear">Some of its messages could not be looked at: it may stand in more.</param>
/// <param name="Reason">Why it was not made whole; null when that was not tried.</param>
public sealed record BrokenPart(VideoId Video, StoredFileId File, int Index, int Good, bool IsUnclear, string? Reason);
