using TelegramHls.Core.Ids;

namespace TelegramHls.Catalog.Statistics;

/// <summary>How a stored stream was made.</summary>
/// <param name="File">The stored file that holds it.</param>
/// <param name="Video">The video that it was made for.</param>
/// <param name="Job">The job that made it.</param>
/// <param name="Picture"><see cref="Copied"/>, or ffmpeg's name of the encoder, as <c>libx264</c>; null without a picture.</param>
/// <param name="SoundsCopied">Tracks of sound taken over as they were.</param>
/// <param name="SoundsEncoded">Tracks of sound encoded anew.</param>
/// <param name="SourceBytes">Bytes of the source.</param>
/// <param name="Bytes">Bytes of the stream.</param>
/// <param name="Played">How long the film plays.</param>
/// <param name="Elapsed">How long it took, with what was stored meanwhile.</param>
/// <param name="Worked">How much of that passed waiting for ffmpeg, and not for the storage.</param>
public sealed record Packaging(
    StoredFileId File,
    VideoId Video,
    JobId Job,
    string? Picture,
    int SoundsCopied,
    int SoundsEncoded,
    long SourceBytes,
    long Bytes,
    TimeSpan Played,
    TimeSpan Elapsed,
    TimeSpan Worked)
{
    /// <summary>In place of an encoder: the picture's packets were taken over as they were.</summary>
    public const string Copied = "copy";
}
