namespace TelegramHls.Core.Jobs;

/// <summary>Where a job stands.</summary>
public enum JobState
{
    /// <summary>Queued; no attempt runs.</summary>
    Waiting,

    /// <summary>An attempt runs now, or ran when the program stopped.</summary>
    Running,

    /// <summary>An attempt failed and another is due at a known time.</summary>
    Retrying,

    /// <summary>
    /// It lacks something that comes back by itself, such as storage; no attempt runs and none was used up. The lack stands in
    /// <see cref="JobRecord.Error"/>.
    /// </summary>
    Parked,

    /// <summary>Every step is done.</summary>
    Succeeded,

    /// <summary>Given up; the reason is in the history.</summary>
    Failed,

    /// <summary>A person stopped it.</summary>
    Cancelled,
}
