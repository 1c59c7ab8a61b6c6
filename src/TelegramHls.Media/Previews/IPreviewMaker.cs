using TelegramHls.Media.Pictures;

namespace TelegramHls.Media.Previews;

/// <summary>Makes the small pictures that a player shows while one looks for a place in a film.</summary>
public interface IPreviewMaker
{
    /// <summary>
    /// Goes once through the film's key frames and takes the first of each interval. The same film gives the same sheets. Gives way
    /// to other programs, and gives up after ten minutes.
    /// </summary>
    /// <param name="source">Path of the film.</param>
    /// <param name="film">Its pictures.</param>
    /// <param name="cancellationToken">Kills ffmpeg.</param>
    Task<PreviewOutcome> MakeAsync(string source, FilmPictures film, CancellationToken cancellationToken);
}
