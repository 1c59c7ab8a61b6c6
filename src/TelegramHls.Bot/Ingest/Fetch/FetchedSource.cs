using TelegramHls.Core.Ids;

namespace TelegramHls.Bot.Ingest.Fetch;

/// <summary>A source on this machine's disk.</summary>
/// <param name="Schema">Version of this record: 1.</param>
/// <param name="Video">The video.</param>
/// <param name="FileId">The control bot's id for the source; null for a local one.</param>
/// <param name="SpoolPath">
/// Relative to the spool directory, where a local source has a link; null when the local Bot API server's own file is used where it lies. That one is asked
/// for again at each use, since the server purges its files.
/// </param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">SHA-256 of all bytes, 64 lower-case hex digits.</param>
public sealed record FetchedSource(
    int Schema, VideoId Video, string? FileId, string? SpoolPath, long Size, string Sha256);
