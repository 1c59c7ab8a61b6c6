using System.Collections.Immutable;
using TelegramHls.Core.Ids;

namespace TelegramHls.Core.Storing;

/// <summary>A committed part with the stored file that it belongs to.</summary>
/// <param name="Number">Grows from commit to commit: a walk over all parts goes on behind it.</param>
/// <param name="File">The stored file.</param>
/// <param name="Video">The video that the file was made for; the document's name carries it.</param>
/// <param name="Part">The part.</param>
public sealed record PlacedPart(long Number, StoredFileId File, VideoId Video, StoredPart Part)
{
    /// <summary>The messages that hold it, each once, its sender's row where several bots have ids of it.</summary>
    public ImmutableArray<Replica> Messages { get; } =
        [.. Part.Replicas.DistinctBy(replica => (replica.ChatId, replica.MessageId))];
}
