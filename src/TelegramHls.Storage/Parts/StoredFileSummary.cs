namespace TelegramHls.Storage.Parts;

/// <summary>A stored file that is complete.</summary>
/// <param name="Length">Bytes.</param>
/// <param name="Sha256">SHA-256 of all of them, 64 lower-case hex digits.</param>
/// <param name="Version">Grew if parts of an earlier run had to be stored anew.</param>
/// <param name="Parts">Number of parts.</param>
public sealed record StoredFileSummary(long Length, string Sha256, int Version, int Parts);
