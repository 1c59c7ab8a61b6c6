using System.Collections.Concurrent;
using TelegramHls.Core.Ids;

namespace TelegramHls.Jobs.Running;

/// <summary>Which jobs somebody works on in this process.</summary>
internal sealed class RunningJobs : IDisposable
{
    private readonly ConcurrentDictionary<JobId, Run> _runs = new();
    private readonly CancellationTokenSource _stopping = new();

    public CancellationToken Stopping => _stopping.Token;

    public IReadOnlyCollection<JobId> InHand => [.. _runs.Keys];

    /// <summary>Jobs that run.</summary>
    public int Count => _runs.Values.Count(run => run.Turn is not null);

    /// <summary>How many jobs of each owner run.</summary>
    public IReadOnlyDictionary<string, int> Owners() => _runs.Values.Select(run => run.Turn).OfType<string>()
        .CountBy(owner => owner, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);

    /// <summary>The right to work on the job; null while somebody else has it.</summary>
    /// <param name="job">The job.</param>
    /// <param name="turn">Whose turn it takes while it runs; null when nothing of it is to run.</param>
    public Run? TryEnter(JobId job, string? turn = null)
    {
        var run = new Run(job, turn, this, _stopping.Token);
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
