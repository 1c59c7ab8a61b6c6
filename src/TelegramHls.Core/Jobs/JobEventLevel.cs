namespace TelegramHls.Core.Jobs;

/// <summary>How much a line of history matters.</summary>
public enum JobEventLevel
{
    /// <summary>Things go their way.</summary>
    Info,

    /// <summary>Something went wrong, and the job goes on by itself.</summary>
    Warning,

    /// <summary>Something went wrong for good.</summary>
    Error,
}
