namespace TelegramHls.Bot.Dashboard.Jobs;

/// <summary>How far one step of a job is.</summary>
public enum StepState
{
    /// <summary>Not begun.</summary>
    Ahead,

    /// <summary>Next, or at work.</summary>
    Current,

    /// <summary>Did not work out.</summary>
    Failed,

    /// <summary>Done.</summary>
    Done,
}
