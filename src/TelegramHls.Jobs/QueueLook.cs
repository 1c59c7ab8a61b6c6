using TelegramHls.Core.Jobs;

namespace TelegramHls.Jobs;

/// <summary>How the queue stands at this moment.</summary>
/// <param name="IsPaused">A person stopped it.</param>
/// <param name="Running">Jobs that run.</param>
/// <param name="Parallel">As many as may run.</param>
/// <param name="Lanes">How the lanes stand.</param>
public sealed record QueueLook(bool IsPaused, int Running, int Parallel, IReadOnlyList<LaneLook> Lanes)
{
    /// <summary>Why the job does not run, in words; null when it does not wait, or begins in a moment.</summary>
    public string? WhyWaits(JobRecord job)
    {
        ArgumentNullException.ThrowIfNull(job);
        if (job.State == JobState.Parked)
            return job.Error;

        if (job.State != JobState.Waiting)
            return null;

        if (IsPaused)
            return "The queue is paused.";

        return Lanes.FirstOrDefault(lane => lane.Name == job.Lane && lane.Running >= lane.Limit) is { } full
            ? $"All places for {full.Name} are taken ({full.Running} of {full.Limit})."
            : Running >= Parallel ? $"All places are taken ({Running} of {Parallel})." : null;
    }
}
