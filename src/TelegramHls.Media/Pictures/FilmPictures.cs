using TelegramHls.Media.Planning;
using TelegramHls.Media.Probing;

namespace TelegramHls.Media.Pictures;

/// <summary>The pictures of a source, from which its poster and its previews are taken.</summary>
/// <param name="Stream">The stream of the source.</param>
/// <param name="Duration">How long the source plays; null when unknown.</param>
/// <param name="Facts">Facts of the pictures as they are in the source.</param>
public sealed record FilmPictures(int Stream, TimeSpan? Duration, VideoFacts Facts)
{
    /// <summary>Those of the track that is packaged; null for sound alone.</summary>
    public static FilmPictures? Of(MediaFacts facts, PackagePlan plan) =>
        plan.Tracks.FirstOrDefault(track => track.Kind == TrackKind.Video) is { SourceIndex: var index }
        && facts.Streams.First(stream => stream.Index == index).Video is { } pictures
            ? new FilmPictures(index, plan.Duration, pictures)
            : null;

    /// <summary>The size of the pictures as shown (upright, with square pixels), made smaller to fit into a square.</summary>
    /// <param name="longSide">Pixels of a side of the square.</param>
    public (int Width, int Height) Within(int longSide)
    {
        double width = Math.Max(1, Facts.Width * (Facts.SampleAspect.Value > 0 ? Facts.SampleAspect.Value : 1));
        double height = Math.Max(1, Facts.Height);
        double scale = Math.Min(1, longSide / Math.Max(width, height));
        (int across, int down) = (Even(width * scale), Even(height * scale));
        return Facts.Rotation is 90 or 270 ? (down, across) : (across, down);
    }

    // Colours are kept for two pixels by two; nobody sees anything in a line thinner than that.
    private static int Even(double size) => Math.Max(16, 2 * (int)Math.Round(size / 2));
}
