using System.Collections.Concurrent;
using TelegramHls.Storage.Transport.Faults;

namespace TelegramHls.Storage.Tests.Kit;

/// <summary>
/// Faults of one life of the storage, by point. A kill ends that life: from then on none of its calls leaves it or comes
/// back, and its rows can no longer be written.
/// </summary>
internal sealed class FaultPlan : ITransportFaults
{
    private readonly ConcurrentDictionary<string, (string Action, int At)> _faults = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _reached = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource _death = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _met = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public bool IsDead => _death.Task.IsCompleted;

    /// <summary>Completes when this life is over.</summary>
    public Task Death => _death.Task;

    /// <summary>Completes when the first fault was met.</summary>
    public Task Met => _met.Task;

    /// <summary>Some call will never be answered.</summary>
    public bool Hangs => _faults.Values.Any(fault => fault.Action == "hang");

    /// <summary>The <paramref name="at"/>-th time from now that the point is reached: <c>kill</c>, or what the environment variable takes.</summary>
    public void Ask(string point, string action, int at = 1) =>
        _faults[point] = (action, _reached.GetValueOrDefault(point) + at);

    /// <summary>Nothing more happens.</summary>
    public void Forget() => _faults.Clear();

    public void Kill() => _death.TrySetResult();

    public async ValueTask<TransportFault?> ReachAsync(string point, CancellationToken cancellationToken)
    {
        int times = _reached.AddOrUpdate(point, 1, (_, times) => times + 1);
        string? action = _faults.TryGetValue(point, out (string Action, int At) fault) && fault.At == times ? fault.Action : null;
        if (action == "kill")
        {
            Kill();
        }

        if (action is not null)
        {
            _met.TrySetResult();
        }

        if (IsDead)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        }

        return action is null ? null : TransportFault.Parse(action);
    }
}
