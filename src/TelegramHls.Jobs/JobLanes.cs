namespace TelegramHls.Jobs;

/// <summary>Names of the lanes: kinds of work that have a limit of their own beside <see cref="JobsOptions.Parallel"/>.</summary>
public static class JobLanes
{
    /// <summary>Work that keeps the processor busy; see <see cref="JobsOptions.Transcoding"/>.</summary>
    public const string Transcoding = "transcoding";

    /// <summary>Work that moves bytes; see <see cref="JobsOptions.Copying"/>.</summary>
    public const string Copying = "copying";
}
