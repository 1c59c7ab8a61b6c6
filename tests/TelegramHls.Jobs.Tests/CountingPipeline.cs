using System.Collections.Concurrent;
using TelegramHls.Core.Jobs;
using TelegramHls.Jobs.Pipelines;

namespace TelegramHls.Jobs.Tests;

/// <summary>What goes from step to step: each adds its name.</summary>
internal sealed record Counted(string Trace);

/// <summary>Three steps that do what the test says; each adds its name to the record.</summary>
internal sealed class CountingPipeline : IJobPipeline
{
    private readonly Func<string, Counted, StepContext, CancellationToken, Task<StepOutcome<Counted>?>> _act;

    /// <param name="act">Called by each step with its name; null means to go on.</param>
    public CountingPipeline(
        Func<string, Counted, StepContext, CancellationToken, Task<StepOutcome<Counted>?>>? act = null)
    {
        _act = act ?? ((_, _, _, _) => Task.FromResult<StepOutcome<Counted>?>(null));
        Steps = StepChain.Begin(new Step("One", this)).Then(new Step("Two", this)).Then(new Step("Three", this)).Build();
    }

    public string Name => "counting";

    public IReadOnlyList<PipelineStep> Steps { get; }

    /// <summary>Steps in the order in which they were run, with what they took.</summary>
    public ConcurrentQueue<string> Ran { get; } = new();

    /// <summary>What the engine told: "retrying boom", "failed no", "cancelled".</summary>
    public ConcurrentQueue<string> Told { get; } = new();

    /// <summary>So many times being told of a failure throws.</summary>
    public int DeafFor { get; set; }

    /// <summary>What an attempt lacked that failed with this; null by default: it was something else.</summary>
    public Func<Exception, string?> Lack { get; init; } = _ => null;

    /// <summary>The lane that a step needs for what it takes; none by default.</summary>
    public Func<string, Counted, string?> Lane { get; init; } = (_, _) => null;

    /// <summary>Where it begins when a person wants it to; by default where they want.</summary>
    public Func<string, JobRetry> BeginAgain { get; init; } = step => new JobRetry.From(step);

    public JobFault Describe(Exception cause, TimeSpan took) => new(cause.Message, cause.ToString(), took);

    public Task<string?> FindLackAsync(JobRecord job, Exception cause, CancellationToken cancellationToken) =>
        Task.FromResult(Lack(cause));

    public Task OnParkedAsync(JobRecord job, CancellationToken cancellationToken) => Tell($"parked {job.Error}");

    public Task OnLaneFullAsync(JobRecord job, CancellationToken cancellationToken) => Tell($"waits for {job.Lane}");

    public Task OnRetryingAsync(
        JobRecord job, string error, DateTimeOffset nextAttemptAt, CancellationToken cancellationToken) =>
        Tell($"retrying {error}");

    public Task OnFailedAsync(JobRecord job, string reason, CancellationToken cancellationToken)
    {
        if (DeafFor-- > 0)
            throw new InvalidOperationException("Not now.");

        return Tell($"failed {reason}");
    }

    public Task OnCancelledAsync(JobRecord job, CancellationToken cancellationToken) => Tell("cancelled");

    public Task<JobRetry> BeginAgainAsync(JobRecord job, string step, CancellationToken cancellationToken) =>
        Task.FromResult(BeginAgain(step));

    public Task OnDeletedAsync(JobRecord job, CancellationToken cancellationToken) => Tell($"deleted {job.State}");

    private Task Tell(string what)
    {
        Told.Enqueue(what);
        return Task.CompletedTask;
    }

    private sealed class Step(string name, CountingPipeline owner) : IJobStep<Counted, Counted>
    {
        public string Name => name;

        public string? LaneOf(Counted input) => owner.Lane(name, input);

        public async Task<StepOutcome<Counted>> RunAsync(
            Counted input, StepContext context, CancellationToken cancellationToken)
        {
            owner.Ran.Enqueue($"{name}({input.Trace})");
            return await owner._act(name, input, context, cancellationToken)
                ?? StepOutcome<Counted>.Done(new Counted(input.Trace + name));
        }
    }
}
