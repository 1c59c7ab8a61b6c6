namespace TelegramHls.Media.Fragments;

/// <summary>Is shown the samples of a track in their order.</summary>
internal interface ISampleVisitor
{
    /// <summary>A fragment begins.</summary>
    /// <param name="decodeTime">When its first sample is decoded, in units of the track's timescale.</param>
    void BeginFragment(long decodeTime);

    /// <summary>Samples follow that lie one after the other.</summary>
    /// <param name="dataOffset">First byte of the first one, counted from the start of the stored stream.</param>
    /// <param name="samples">How many; 0 or more.</param>
    void BeginRun(long dataOffset, int samples);

    /// <summary>A sample.</summary>
    void Visit(Sample sample);
}
