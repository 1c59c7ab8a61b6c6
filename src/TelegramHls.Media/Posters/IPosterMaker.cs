using TelegramHls.Media.Pictures;

namespace TelegramHls.Media.Posters;

/// <summary>Makes the one picture that stands for a film.</summary>
public interface IPosterMaker
{
    /// <summary>
    /// A JPEG of at most 1280 pixels either way, upright and with square pixels: of a few key frames, spread over the film, the one
    /// that shows most; for sound alone its cover. The same film gives the same picture. Null when there is none or none can be
    /// made, which is logged and never an error. Takes a minute at most.
    /// </summary>
    /// <param name="source">Path of the film.</param>
    /// <param name="film">Its pictures; null for sound alone.</param>
    /// <param name="cancellationToken">Kills ffmpeg.</param>
    Task<byte[]?> MakeAsync(string source, FilmPictures? film, CancellationToken cancellationToken);
}
