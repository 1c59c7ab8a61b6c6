using TelegramHls.Core.Jobs;

namespace TelegramHls.Catalog.Model;

/// <summary>Counts over the whole catalogue.</summary>
/// <param name="Videos">Videos by state; states without any are left out.</param>
/// <param name="Jobs">Jobs by state; states without any are left out.</param>
/// <param name="StoredBytes">Bytes in all committed parts, each counted once however many replicas it has.</param>
/// <param name="Parts">Committed parts.</param>
/// <param name="Replicas">Their messages in channels.</param>
/// <param name="ThinParts">Parts that stand in fewer channels than they should.</param>
/// <param name="Orphans">Messages that still have to be deleted.</param>
public sealed record CatalogTotals(
    IReadOnlyDictionary<VideoState, int> Videos,
    IReadOnlyDictionary<JobState, int> Jobs,
    long StoredBytes,
    long Parts,
    long Replicas,
    long ThinParts,
    long Orphans)
{
    /// <summary>Videos that are neither ready nor given up nor on their way out.</summary>
    public int VideosInWork => Videos
        .Where(count => count.Key is not (VideoState.Ready or VideoState.Failed or VideoState.Deleting)).Sum(count => count.Value);
}
