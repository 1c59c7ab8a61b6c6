using TelegramHls.Core.Ids;
using TelegramHls.Core.Storing;

namespace TelegramHls.Catalog.Rows;

internal sealed class PartRow
{
    public long Number { get; set; }

    public StoredFileId FileId { get; set; }

    public int Index { get; set; }

    public long Offset { get; set; }

    public int Length { get; set; }

    public required string Sha256 { get; set; }

    public required byte[] Blocks { get; set; }

    public List<ReplicaRow> Replicas { get; } = [];

    public StoredPart ToPart() => new(
        Index,
        Offset,
        Length,
        new PartHashes(Sha256, Blocks),
        [.. Replicas.OrderBy(replica => replica.Number).Select(replica => replica.ToReplica())]);
}
