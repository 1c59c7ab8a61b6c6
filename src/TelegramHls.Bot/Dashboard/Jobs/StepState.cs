namespace TelegramHls.Bot.Dashboard.Jobs;

/// <summary>How far one step of a job is.</summary>
public enum StepState
{
    /// <summary>Not begun.</summary>
    Ahead,

    /// <summary>Next, or at work.</summary>
    Current,

    /// <summary>The job ended here without having done it.</summary>
    Stopped,

    /// <summary>Done.</summary>
    Done,
}
