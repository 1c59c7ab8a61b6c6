using System.Collections.Immutable;

namespace TelegramHls.Catalog.Queries;

/// <summary>What of a stored file can be read back at one moment.</summary>
/// <param name="Version">Version of the stored file.</param>
/// <param name="Parts">The parts that have a replica, from the first one on without a hole: the offset behind the last byte of each,
/// and its SHA-256, 64 lower-case hex digits.</param>
public sealed record CommittedParts(int Version, ImmutableArray<(long End, string Sha256)> Parts);
