using TelegramHls.Core.Ids;

namespace TelegramHls.Core.Storing;

/// <summary>
/// The durable record of the parts over all stored files, for whoever makes, counts or compares their replicas. Every method
/// commits before it returns.
/// </summary>
public interface IReplicaLedger
{
    /// <summary>Parts with a number above <paramref name="after"/> that stand in fewer channels than that, in the order of their numbers.</summary>
    Task<IReadOnlyList<PlacedPart>> ThinPartsAsync(int replicas, long after, int limit, CancellationToken cancellationToken);

    /// <summary>
    /// Parts with a number above <paramref name="after"/> of which none of these bots has an id, in the order of their numbers.
    /// </summary>
    Task<IReadOnlyList<PlacedPart>> StrandedPartsAsync(
        IReadOnlyCollection<long> bots, long after, int limit, CancellationToken cancellationToken);

    /// <summary>How many parts there are of which none of these bots has an id, by the bots that have one.</summary>
    Task<IReadOnlyDictionary<long, int>> CountStrandedAsync(IReadOnlyCollection<long> bots, CancellationToken cancellationToken);

    /// <summary>Parts with a number above <paramref name="after"/> that stand in that channel, in the order of their numbers.</summary>
    Task<IReadOnlyList<PlacedPart>> PartsInAsync(long chat, long after, int limit, CancellationToken cancellationToken);

    /// <summary>How many parts stand in that channel.</summary>
    Task<int> CountInAsync(long chat, CancellationToken cancellationToken);

    /// <summary>All parts with a number above <paramref name="after"/>, in the order of their numbers.</summary>
    Task<IReadOnlyList<PlacedPart>> PartsAsync(long after, int limit, CancellationToken cancellationToken);

    /// <summary>So many parts drawn at random, in the order of their numbers.</summary>
    Task<IReadOnlyList<PlacedPart>> SampleAsync(int count, CancellationToken cancellationToken);

    /// <summary>
    /// Commits a further replica and removes the intent, in one transaction. Where the part is gone, was stored anew or stands in
    /// that channel already, the new message becomes an orphan instead: a channel never holds two replicas of one part.
    /// </summary>
    /// <param name="part">The part.</param>
    /// <param name="intent">The intent of the send.</param>
    /// <param name="replica">The new message.</param>
    /// <param name="insteadOf">A message of the same channel that is known to be gone, whose rows it replaces; null for none.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>False when the message became an orphan.</returns>
    Task<bool> AddReplicaAsync(
        PlacedPart part, long intent, Replica replica, int? insteadOf, CancellationToken cancellationToken);

    /// <summary>
    /// A message does not hold the part any more: removes its rows and, where the message <paramref name="isThere"/>, records it as an
    /// orphan. The last message of a part keeps its rows, which say where the part was.
    /// </summary>
    /// <returns>False when nothing was removed.</returns>
    Task<bool> DropMessageAsync(PlacedPart part, Replica message, bool isThere, CancellationToken cancellationToken);

    /// <summary>Number of all parts.</summary>
    Task<int> CountAsync(CancellationToken cancellationToken);

    /// <summary>Records a message that is to be deleted; one that a replica row names is left alone.</summary>
    Task RecordOrphanAsync(Orphan orphan, CancellationToken cancellationToken);

    /// <summary>True when there is a stored file of that id.</summary>
    Task<bool> KnowsFileAsync(StoredFileId file, CancellationToken cancellationToken);
}
