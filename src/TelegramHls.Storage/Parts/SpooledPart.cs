using TelegramHls.Core.Storing;

namespace TelegramHls.Storage.Parts;

/// <summary>A part that is cut and hashed and lies in the spool directory until it is stored.</summary>
internal sealed record SpooledPart(int Index, long Offset, int Length, PartHashes Hashes, string Path)
{
    public StoredPart With(Replica replica) => new(Index, Offset, Length, Hashes, [replica]);

    public bool Equals(StoredPart committed) =>
        committed.Index == Index
        && committed.Offset == Offset
        && committed.Length == Length
        && string.Equals(committed.Hashes.Sha256, Hashes.Sha256, StringComparison.Ordinal);
}
