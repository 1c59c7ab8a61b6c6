namespace TelegramHls.Jobs.Pipelines;

/// <summary>One step of a pipeline. May be run again at any time, also after it was cut off in the middle.</summary>
/// <typeparam name="TIn">The record that it takes: immutable, and the same after a way through JSON.</typeparam>
/// <typeparam name="TOut">The record that the next step takes.</typeparam>
public interface IJobStep<in TIn, TOut>
{
    /// <summary>Unique within its pipeline; kept with the checkpoint, so it must not change while jobs are in work.</summary>
    string Name { get; }

    /// <summary>The lane (<see cref="JobLanes"/>) that the step needs for such a record; null for none.</summary>
    string? LaneOf(TIn input) => null;

    /// <summary>Does the work. An exception means that the attempt failed and another may follow.</summary>
    /// <param name="input">What the step before it returned.</param>
    /// <param name="context">The job that runs.</param>
    /// <param name="cancellationToken">Cancelled when a person stops the job or the program ends.</param>
    Task<StepOutcome<TOut>> RunAsync(TIn input, StepContext context, CancellationToken cancellationToken);
}
