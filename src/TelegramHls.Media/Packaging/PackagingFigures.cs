namespace TelegramHls.Media.Packaging;

/// <summary>How much was packaged, and how long it took.</summary>
/// <param name="Bytes">Bytes of the stored stream.</param>
/// <param name="Played">How long the film plays.</param>
/// <param name="Elapsed">From the start of ffmpeg to its end; while the sink waits, ffmpeg waits.</param>
/// <param name="Worked">How much of that passed waiting for ffmpeg, and not for the sink.</param>
public readonly record struct PackagingFigures(long Bytes, TimeSpan Played, TimeSpan Elapsed, TimeSpan Worked);
