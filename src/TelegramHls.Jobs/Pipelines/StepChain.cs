namespace TelegramHls.Jobs.Pipelines;

/// <summary>Joins steps to a list in which each takes what the one before returns.</summary>
public static class StepChain
{
    /// <summary>The first step; what it takes is what a job is queued with.</summary>
    public static StepChain<TOut> Begin<TIn, TOut>(IJobStep<TIn, TOut> step) =>
        new([new PipelineStep.Typed<TIn, TOut>(step)]);
}
