using TelegramHls.Bot.Hosting;
using TelegramHls.Jobs.Pipelines;

namespace TelegramHls.Bot.Ingest;

/// <summary>A step of the pipeline between its two fault points.</summary>
/// <typeparam name="TIn">The record that it takes.</typeparam>
/// <typeparam name="TOut">The record that it returns.</typeparam>
internal abstract class IngestStep<TIn, TOut>(FaultPoints faults) : IJobStep<TIn, TOut>
{
    /// <summary>Name in checkpoints, history and fault points.</summary>
    public abstract string Name { get; }

    /// <inheritdoc />
    public virtual string? LaneOf(TIn input) => null;

    /// <inheritdoc />
    public async Task<StepOutcome<TOut>> RunAsync(TIn input, StepContext context, CancellationToken cancellationToken)
    {
        await faults.PassAsync($"ingest.{Name}.before", cancellationToken);
        StepOutcome<TOut> outcome = await DoAsync(input, context, cancellationToken);
        await faults.PassAsync($"ingest.{Name}.after", cancellationToken);
        return outcome;
    }

    /// <summary>The work itself; may be repeated without harm.</summary>
    protected abstract Task<StepOutcome<TOut>> DoAsync(TIn input, StepContext context, CancellationToken cancellationToken);
}
