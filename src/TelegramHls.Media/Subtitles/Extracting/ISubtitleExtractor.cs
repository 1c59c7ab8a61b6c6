using System.Collections.Immutable;

namespace TelegramHls.Media.Subtitles.Extracting;

/// <summary>Takes subtitles out of films.</summary>
public interface ISubtitleExtractor
{
    /// <summary>
    /// Writes each track into a file of its own, all in one pass over the source; where that fails, track by track. Times count
    /// from the film's beginning, as those of the packaged stream do. A track that cannot be read is never an error.
    /// </summary>
    /// <param name="source">Path of the film.</param>
    /// <param name="tracks">What to take; one or more.</param>
    /// <param name="folder">Where the files go; there already, and of a name of ours.</param>
    /// <param name="cancellationToken">Kills ffmpeg.</param>
    Task<ImmutableArray<ExtractedSubtitle>> ExtractAsync(
        string source, ImmutableArray<PlannedSubtitle> tracks, string folder, CancellationToken cancellationToken);
}
