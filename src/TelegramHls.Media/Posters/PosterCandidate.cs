namespace TelegramHls.Media.Posters;

/// <summary>A picture that may become the poster, with what ffmpeg measured of it.</summary>
/// <param name="Jpeg">The picture.</param>
/// <param name="Light">Its mean brightness, of 255.</param>
/// <param name="Spread">How far apart its dark tenth and its bright tenth are, of 255.</param>
/// <param name="Entropy">How evenly its levels of brightness are used, 0 (one alone) to 1.</param>
/// <param name="Pixels">How many it has.</param>
internal sealed record PosterCandidate(byte[] Jpeg, double Light, double Spread, double Entropy, int Pixels)
{
    // Where a picture has all it needs of one thing, more of it says nothing.
    private const double EnoughSpread = 120;
    private const double EnoughDetail = 0.1;

    /// <summary>
    /// From 0 to 1. Black, white and faded pictures have no spread, titles on a plain ground hardly any, plain colours few levels,
    /// and skies and gradients little detail: few bytes for a pixel.
    /// </summary>
    public double Score =>
        Comfort * Math.Min(1, Spread / EnoughSpread) * Entropy * Math.Sqrt(Math.Min(1, Jpeg.Length / (EnoughDetail * Pixels)));

    /// <summary>False for black pictures, plain colours and lone titles.</summary>
    public bool ShowsSomething => Score >= 0.03;

    /// <summary>True when hardly any picture of the film would be a better poster.</summary>
    public bool IsGood => Score >= 0.5;

    // Full between a lit room at night and a snow field; a tenth of it for what is all dark or all bright.
    private double Comfort => Math.Clamp(Math.Min((Light - 16) / 34, (235 - Light) / 35), 0.1, 1);
}
