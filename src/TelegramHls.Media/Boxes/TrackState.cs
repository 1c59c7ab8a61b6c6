namespace TelegramHls.Media.Boxes;

/// <summary>What is known of a track while its runs are read.</summary>
internal struct TrackState(long start)
{
    /// <summary>Number of the track.</summary>
    public int Track;

    /// <summary>Where data offsets count from: the start of the <c>moof</c> unless it says otherwise.</summary>
    public long DataBase = start;

    /// <summary>Where the samples of the next run begin when it does not say.</summary>
    public long? NextData;

    /// <summary>Samples and duration read so far.</summary>
    public int Samples;

    /// <summary>The durations of all samples together.</summary>
    public long Duration;

    /// <summary>What holds for samples that do not say otherwise.</summary>
    public SampleDefaults Defaults;
}
