using TelegramHls.Media.Processes;

namespace TelegramHls.Media.Packaging;

/// <summary>A film could not be packaged.</summary>
public sealed class PackagingException : Exception
{
    /// <summary>Made by the packager.</summary>
    /// <param name="reason">A sentence for the person who sent the film.</param>
    /// <param name="logTail">The last lines of ffmpeg's log, for the operator; empty when it said nothing.</param>
    /// <param name="cause">What went wrong underneath, if anything did.</param>
    public PackagingException(string reason, string logTail, Exception? cause = null)
        : base(reason, cause)
    {
        LogTail = logTail;
    }

    /// <summary>The last lines of ffmpeg's log; empty when it said nothing.</summary>
    public string LogTail { get; }

    /// <summary>What ffmpeg complained of first; <c>no word of why</c> when it said nothing.</summary>
    public string FirstWords => Stalled is { } span ? $"it stood still for {span}" : FFmpegWords.First(LogTail) is { Length: > 0 } words ? words : "no word of why";

    /// <summary>For how long ffmpeg had brought nothing, in words, when it was ended for that; else null.</summary>
    public string? Stalled { get; init; }

    /// <summary>False when there was no ffmpeg to run.</summary>
    public bool HasRun { get; init; } = true;
}
