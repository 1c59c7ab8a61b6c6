namespace TelegramHls.Catalog.Statistics;

/// <summary>Everything that was packaged so far.</summary>
/// <param name="Ways">One sum for each way in which pictures were made.</param>
public sealed record PackagingTotals(IReadOnlyList<PackagingSum> Ways)
{
    /// <summary>Seconds of film that were encoded in a second of ffmpeg's work, over all films whose picture was; null before the first.</summary>
    public double? EncodingSpeed
    {
        get
        {
            PackagingSum[] encoded = [.. Ways.Where(way => way.Picture is not null and not Packaging.Copied)];
            double worked = encoded.Sum(way => way.Worked.TotalSeconds);
            return worked > 0 ? encoded.Sum(way => way.Played.TotalSeconds) / worked : null;
        }
    }

    /// <summary>
    /// The time that copying spared: what encoding the copied pictures would have taken at <see cref="EncodingSpeed"/>, less what
    /// packaging those films took. Null before a picture was encoded here: nobody knows the speed of this machine then.
    /// </summary>
    public TimeSpan? Saved => EncodingSpeed is { } speed && Ways.FirstOrDefault(way => way.Picture == Packaging.Copied) is { } copied
        ? TimeSpan.FromSeconds(Math.Max(0, (copied.Played.TotalSeconds / speed) - copied.Worked.TotalSeconds))
        : null;
}
