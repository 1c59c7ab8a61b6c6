namespace TelegramHls.Jobs.Pipelines;

/// <summary>Steps joined so far.</summary>
/// <typeparam name="TOut">What the last of them returns.</typeparam>
public sealed class StepChain<TOut>
{
    private readonly PipelineStep[] _steps;

    internal StepChain(PipelineStep[] steps) => _steps = steps;

    /// <summary>Adds a step.</summary>
    /// <exception cref="ArgumentException">There is a step of that name already.</exception>
    public StepChain<TNext> Then<TNext>(IJobStep<TOut, TNext> step)
    {
        ArgumentNullException.ThrowIfNull(step);
        return _steps.Any(known => string.Equals(known.Name, step.Name, StringComparison.Ordinal))
            ? throw new ArgumentException($"There is a step {step.Name} already.", nameof(step))
            : new StepChain<TNext>([.. _steps, new PipelineStep.Typed<TOut, TNext>(step)]);
    }

    /// <summary>The steps in order.</summary>
    public IReadOnlyList<PipelineStep> Build() => _steps;
}
