using System.Collections.Concurrent;
using TelegramHls.Core.Ids;

namespace TelegramHls.Jobs.Running;

/// <summary>Which jobs somebody works on in this process.</summary>
internal sealed class RunningJobs : IDisposable
{
    private readonly ConcurrentDictionary<JobId, Run> _runs = new();
    private readonly CancellationTokenSource _stopping = new();

    public CancellationToken Stopping => _stopping.Token;

    /// <summary>The right to work on the job; null while somebody else has it.</summary>
    public Run? TryEnter(JobId job)
    {
        var run = new Run(job, this, _stopping.Token);
        if (_runs.TryAdd(job, run))
            return run;

        run.Discard();
        return null;
    }

    public Run? Find(JobId job) => _runs.GetValueOrDefault(job);

    public void Leave(JobId job) => _runs.TryRemove(job, out _);

    public Task StopAsync() => _stopping.CancelAsync();

    public void Dispose() => _stopping.Dispose();
}
