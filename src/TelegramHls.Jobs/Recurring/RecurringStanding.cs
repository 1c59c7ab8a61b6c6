using TelegramHls.Core.Jobs;

namespace TelegramHls.Jobs.Recurring;

/// <summary>A recurring job and how it stands.</summary>
/// <param name="Title">What it does, for people.</param>
/// <param name="Every">From the end of one run to the next.</param>
/// <param name="IsRunning">True while it runs.</param>
/// <param name="Record">What is kept of it.</param>
public sealed record RecurringStanding(string Title, TimeSpan Every, bool IsRunning, RecurringRecord Record)
{
    /// <summary>True when its last run ended with the program and not by itself.</summary>
    public bool WasCutOff => !IsRunning && Record.BegunAt is not null && Record.Took is null;
}
