namespace TelegramHls.Media.Processes;

/// <summary>Finds ffmpeg and ffprobe.</summary>
public interface IFFmpegLocator
{
    /// <summary>Looks in <c>Media:FFmpegDirectory</c>, else in <c>PATH</c>; a success is remembered.</summary>
    Task<FFmpegTools> FindAsync(CancellationToken cancellationToken);
}
