using TelegramHls.Media.Planning;

namespace TelegramHls.Media.Posters;

/// <summary>Makes the one picture that stands for a film.</summary>
public interface IPosterMaker
{
    /// <summary>
    /// A JPEG of at most 1280 pixels either way, upright and with square pixels: a telling picture near the film's beginning, for
    /// sound alone its cover. Null when there is none or none can be made, which is logged and never an error.
    /// </summary>
    /// <param name="source">Path of the film.</param>
    /// <param name="plan">How it is packaged: says which track is shown, and how long the film is.</param>
    /// <param name="cancellationToken">Kills ffmpeg.</param>
    Task<byte[]?> MakeAsync(string source, PackagePlan plan, CancellationToken cancellationToken);
}
