namespace TelegramHls.Core.Jobs;

/// <summary>The kinds of lines in a job's history.</summary>
public enum JobEventKind
{
    /// <summary>The job was put into the queue.</summary>
    Queued,

    /// <summary>An attempt began.</summary>
    AttemptStarted,

    /// <summary>A step began.</summary>
    StepStarted,

    /// <summary>A step ended well and its checkpoint is kept.</summary>
    StepDone,

    /// <summary>An attempt failed and another will follow.</summary>
    AttemptFailed,

    /// <summary>The job was given up.</summary>
    Failed,

    /// <summary>The job was stopped by a person.</summary>
    Cancelled,

    /// <summary>Every step is done.</summary>
    Succeeded,

    /// <summary>Something worth knowing.</summary>
    Note,
}
