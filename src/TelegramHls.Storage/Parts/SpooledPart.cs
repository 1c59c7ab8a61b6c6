using TelegramHls.Core.Storing;

namespace TelegramHls.Storage.Parts;

/// <summary>A part that is cut and hashed and lies in the spool directory until it is stored.</summary>
internal sealed record SpooledPart(int Index, long Offset, int Length, PartHashes Hashes, string Path)
{
    /// <summary>Gives its file the name under which it is sent: a server that reads it by its path names it so.</summary>
    public SpooledPart Rename(string name)
    {
        string path = System.IO.Path.Combine(System.IO.Path.GetDirectoryName(Path)!, name);
        File.Move(Path, path, overwrite: true);
        return this with { Path = path };
    }

    public StoredPart With(Replica replica) => new(Index, Offset, Length, Hashes, [replica]);

    public bool Equals(StoredPart committed) =>
        committed.Index == Index
        && committed.Offset == Offset
        && committed.Length == Length
        && string.Equals(committed.Hashes.Sha256, Hashes.Sha256, StringComparison.Ordinal);
}
