namespace TelegramHls.Media.Subtitles.Renditions;

/// <summary>What one segment of subtitles covers, in the film's time.</summary>
/// <param name="Number">From 0; part of its address.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="Duration">Until the next one begins.</param>
/// <param name="IsFirst">It also has what is to be read before it.</param>
/// <param name="IsLast">It also has what is to be read after it.</param>
public sealed record SubtitleSpan(int Number, TimeSpan Start, TimeSpan Duration, bool IsFirst, bool IsLast)
{
    /// <summary>From where on a cue belongs to it.</summary>
    public TimeSpan From => IsFirst ? TimeSpan.MinValue : Start;

    /// <summary>Until where a cue belongs to it.</summary>
    public TimeSpan Until => IsLast ? TimeSpan.MaxValue : Start + Duration;
}
