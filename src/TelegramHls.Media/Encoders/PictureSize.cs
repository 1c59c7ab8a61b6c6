using TelegramHls.Media.Probing;

namespace TelegramHls.Media.Encoders;

/// <summary>The size of an encoded picture, with the filters that lead to it.</summary>
/// <param name="Width">Pixels, even.</param>
/// <param name="Height">Pixels, even.</param>
/// <param name="Filters">In their order; they also bring a picture back to size whose size changes in the middle of a film.</param>
internal readonly record struct PictureSize(int Width, int Height, string[] Filters)
{
    // A frame of H.264 level 5.1 has 36,864 macroblocks (ITU-T H.264, table A-1): 4096x2304. Decoders in hardware end there.
    private const double LongSide = 4096;
    private const double ShortSide = 2304;

    /// <summary>Of a picture that has been turned upright.</summary>
    public static PictureSize Of(VideoFacts facts)
    {
        bool isTurned = facts.Rotation is 90 or 270;
        int width = Math.Max(1, isTurned ? facts.Height : facts.Width);
        int height = Math.Max(1, isTurned ? facts.Width : facts.Height);
        double scale = Math.Min(LongSide / Math.Max(width, height), ShortSide / Math.Min(width, height));
        if (scale < 1 || width == 1 || height == 1)
        {
            (width, height) = (Even(width * Math.Min(scale, 1)), Even(height * Math.Min(scale, 1)));
            return new PictureSize(width, height, [$"scale={width}:{height}"]);
        }

        // An odd line is cut off: scaling by a single line would blur the whole picture.
        (int evenWidth, int evenHeight) = (width & ~1, height & ~1);
        string keep = $"scale={width}:{height}";
        return (evenWidth, evenHeight) == (width, height)
            ? new PictureSize(width, height, [keep])
            : new PictureSize(evenWidth, evenHeight, [keep, $"crop={evenWidth}:{evenHeight}:0:0"]);
    }

    private static int Even(double size) => Math.Max(2, 2 * (int)Math.Round(size / 2));
}
