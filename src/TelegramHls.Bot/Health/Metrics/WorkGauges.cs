using System.Diagnostics.Metrics;
using Microsoft.Extensions.Options;
using TelegramHls.Catalog.Statistics;
using TelegramHls.Core.Jobs;
using TelegramHls.Jobs;
using TelegramHls.Jobs.Recurring;

namespace TelegramHls.Bot.Health.Metrics;

/// <summary>Where jobs and recurring jobs stand, as instruments. The catalogue is asked before each look, not by the instruments.</summary>
internal sealed class WorkGauges(
    JobStandings standings, JobQueue queue, RecurringJobs recurring, EngineHealth engine, IOptions<JobsOptions> options) : IDisposable
{
    // No alert needs to know more.
    private const int MostFailures = 10;

    private readonly Meter _meter = new("TelegramHls.Bot.Work");
    private IReadOnlyList<JobStanding> _jobs = [];
    private IReadOnlyList<RecurringStanding> _recurring = [];
    private QueueLook? _queue;
    private int _failures;

    /// <summary>Makes the instruments.</summary>
    public void Create()
    {
        _meter.CreateObservableGauge("jobs", ByState, null, "Jobs by state.");
        _meter.CreateObservableGauge("jobs.at_step", ByStep, null, "Jobs that are not final, by state and step.");
        _meter.CreateObservableGauge("jobs.failures_in_a_row", () => _failures, null, "Jobs that used up their attempts since the last that succeeded, 10 at most.");
        _meter.CreateObservableGauge("jobs.slots", () => _queue?.Parallel ?? 0, null, "Jobs that may run at once.");
        _meter.CreateObservableGauge("jobs.paused", () => _queue?.IsPaused == true ? 1 : 0, null, "1 while the queue is paused.");
        _meter.CreateObservableGauge("jobs.lane.used", () => ByLane(lane => lane.Running), null, "Jobs in a lane.");
        _meter.CreateObservableGauge("jobs.lane.limit", () => ByLane(lane => lane.Limit), null, "Jobs that may be in a lane.");
        _meter.CreateObservableGauge("jobs.engine.failing", () => engine.Problem is null ? 0 : 1, null, "1 while the engine cannot look after its jobs.");
        _meter.CreateObservableGauge("recurring.failures", () => ByName(one => one.Record.Failures), null, "How often a recurring job failed in a row.");
        _meter.CreateObservableGauge("recurring.on", () => ByName(one => one.Record.IsOn ? 1 : 0), null, "1 while a recurring job is switched on.");
        _meter.CreateObservableGauge("recurring.took", () => ByName(one => one.Record.Took?.TotalSeconds ?? 0), "s", "What its last run took.");
    }

    /// <summary>Asks the catalogue.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        _jobs = await standings.CountAsync(cancellationToken);
        _failures = await standings.FailuresInARowAsync(options.Value.MaxAttempts, MostFailures, cancellationToken);
        _queue = await queue.LookAsync(cancellationToken);
        _recurring = await recurring.ListAsync(cancellationToken);
    }

    public void Dispose() => _meter.Dispose();

    // Each state is there from the start, so that a rate or an alert never lacks it.
    private IEnumerable<Measurement<int>> ByState() => Enum.GetValues<JobState>().Select(state => new Measurement<int>(
        _jobs.Where(job => job.State == state).Sum(job => job.Count), new KeyValuePair<string, object?>("state", Word(state))));

    private IEnumerable<Measurement<int>> ByStep() => _jobs.Where(job => job.Step is not null).Select(job => new Measurement<int>(
        job.Count, new("state", Word(job.State)), new("step", job.Step)));

    private IEnumerable<Measurement<int>> ByLane(Func<LaneLook, int> value) => (_queue?.Lanes ?? []).Select(lane =>
        new Measurement<int>(value(lane), new KeyValuePair<string, object?>("lane", lane.Name)));

    private IEnumerable<Measurement<double>> ByName(Func<RecurringStanding, double> value) => _recurring.Select(one =>
        new Measurement<double>(value(one), new KeyValuePair<string, object?>("job", one.Record.Name)));

    private static string Word(JobState state) => state == JobState.Parked ? "scheduled" : state.ToString().ToLowerInvariant();
}
