namespace TelegramHls.Core.Jobs;

/// <summary>Which jobs go first; it holds when the next job is chosen, never for one that runs.</summary>
public enum JobPriority
{
    /// <summary>After all others.</summary>
    Low,

    /// <summary>Where nobody said anything.</summary>
    Normal,

    /// <summary>Before all others.</summary>
    High,
}
