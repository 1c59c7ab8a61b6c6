using Microsoft.Extensions.Options;
using TelegramHls.Core.Ids;

namespace TelegramHls.Jobs.Running;

/// <summary>Who is in which lane: kinds of work of which only so many go on at once, whatever the number of jobs.</summary>
internal sealed class Lanes(IOptions<JobsOptions> options, Bell bell)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<JobId, string> _lanes = [];
    private readonly Dictionary<string, int> _limits = new(StringComparer.Ordinal)
    {
        [JobLanes.Transcoding] = options.Value.Transcoding,
        [JobLanes.Copying] = options.Value.Copying ?? options.Value.Parallel,
    };

    /// <summary>Lanes that take no other job now.</summary>
    public IReadOnlyCollection<string> Full => [.. Look().Where(lane => lane.Running >= lane.Limit).Select(lane => lane.Name)];

    public IReadOnlyList<LaneLook> Look()
    {
        lock (_gate)
        {
            return [.. _limits.Select(lane => new LaneLook(lane.Key, Count(lane.Key), lane.Value))];
        }
    }

    /// <summary>The job leaves its lane for another, or for none. False when that one is full; then it stays where it is.</summary>
    public bool TryMove(JobId job, string? lane)
    {
        lock (_gate)
        {
            string? before = _lanes.GetValueOrDefault(job);
            if (string.Equals(before, lane, StringComparison.Ordinal))
                return true;

            if (lane is not null && _limits.TryGetValue(lane, out int limit) && Count(lane) >= limit)
                return false;

            _lanes.Remove(job);
            if (lane is not null)
                _lanes.Add(job, lane);

            if (before is null)
                return true;
        }

        // Somebody may have waited for the place that is free now.
        bell.Ring();
        return true;
    }

    private int Count(string lane) => _lanes.Values.Count(taken => string.Equals(taken, lane, StringComparison.Ordinal));
}
