using System.Collections.Concurrent;
using TelegramHls.Core.Ids;

namespace TelegramHls.Jobs.Progress;

/// <summary>The latest progress of each running job, in memory.</summary>
/// <param name="listeners">
/// Told of each report and each step that begins, on the thread of the step: they must be quick and must not throw.
/// </param>
public sealed class JobProgressBoard(IEnumerable<IProgress<JobProgress>> listeners)
{
    private readonly ConcurrentDictionary<JobId, JobProgress> _latest = new();
    private readonly IProgress<JobProgress>[] _listeners = [.. listeners];

    /// <summary>Running jobs with their latest progress.</summary>
    public IReadOnlyCollection<JobProgress> Running => [.. _latest.Values];

    /// <summary>The latest progress of the job; null when it does not run.</summary>
    public JobProgress? Find(JobId job) => _latest.GetValueOrDefault(job);

    internal void Post(JobProgress progress)
    {
        _latest[progress.Job] = progress;
        foreach (IProgress<JobProgress> listener in _listeners)
            listener.Report(progress);
    }

    internal void Forget(JobId job) => _latest.TryRemove(job, out _);
}
