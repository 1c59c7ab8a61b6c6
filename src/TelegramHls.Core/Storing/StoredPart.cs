using System.Collections.Immutable;

namespace TelegramHls.Core.Storing;

/// <summary>Consecutive bytes of a stored file, kept as one Telegram document.</summary>
/// <param name="Index">Place in the stored file, from 0.</param>
/// <param name="Offset">First byte, counted from the start of the stored file.</param>
/// <param name="Length">Bytes, 1 or more.</param>
/// <param name="Hashes">What the bytes must hash to.</param>
/// <param name="Replicas">The copies; a committed part has at least one.</param>
public sealed record StoredPart(
    int Index, long Offset, int Length, PartHashes Hashes, ImmutableArray<Replica> Replicas);
