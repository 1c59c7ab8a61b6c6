using TelegramHls.Media.Planning;

namespace TelegramHls.Media.Packaging;

/// <summary>Turns a source into the stored stream: one fragmented MP4 with a <c>moof</c> and <c>mdat</c> per track.</summary>
public interface IPackager
{
    /// <summary>Packages the whole source. The same plan and source give the same bytes.</summary>
    /// <param name="plan">The frozen plan.</param>
    /// <param name="source">A local file of any name.</param>
    /// <param name="sink">Takes the bytes in their order; while it waits, ffmpeg waits.</param>
    /// <param name="progress">Told about once a second, on a thread of the pool; null when nobody listens.</param>
    /// <param name="cancellationToken">Kills ffmpeg.</param>
    /// <returns>How much that was and how long it took.</returns>
    /// <exception cref="PackagingException">ffmpeg failed, or what it wrote is not what was planned.</exception>
    Task<PackagingFigures> PackageAsync(
        PackagePlan plan,
        string source,
        IPackageSink sink,
        IProgress<PackagingProgress>? progress,
        CancellationToken cancellationToken);
}
