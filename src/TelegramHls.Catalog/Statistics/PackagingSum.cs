namespace TelegramHls.Catalog.Statistics;

/// <summary>All films whose picture was made in one way.</summary>
/// <param name="Picture">As <see cref="Packaging.Picture"/>.</param>
/// <param name="Films">How many.</param>
/// <param name="SoundsCopied">Their tracks of sound taken over as they were.</param>
/// <param name="SoundsEncoded">Their tracks of sound encoded anew.</param>
/// <param name="SourceBytes">Bytes of their sources.</param>
/// <param name="Bytes">Bytes of their streams.</param>
/// <param name="Played">How long they play.</param>
/// <param name="Elapsed">How long they took, with what was stored meanwhile.</param>
/// <param name="Worked">How much of that passed waiting for ffmpeg.</param>
public sealed record PackagingSum(
    string? Picture,
    int Films,
    int SoundsCopied,
    int SoundsEncoded,
    long SourceBytes,
    long Bytes,
    TimeSpan Played,
    TimeSpan Elapsed,
    TimeSpan Worked);
