using System.Text.Json;

namespace TelegramHls.Jobs.Pipelines;

/// <summary>A step without its types: the records go in and out as JSON.</summary>
public abstract class PipelineStep
{
    private protected PipelineStep(string name) => Name = name;

    /// <summary>The step's name.</summary>
    public string Name { get; }

    internal abstract Type InputType { get; }

    internal abstract string? LaneOf(string input);

    internal abstract Task<StepOutcome<string>> RunAsync(
        string input, StepContext context, CancellationToken cancellationToken);

    internal sealed class Typed<TIn, TOut>(IJobStep<TIn, TOut> step) : PipelineStep(step.Name)
    {
        internal override Type InputType => typeof(TIn);

        internal override string? LaneOf(string input) => step.LaneOf(Read(input));

        internal override async Task<StepOutcome<string>> RunAsync(
            string input, StepContext context, CancellationToken cancellationToken)
        {
            StepOutcome<TOut> outcome = await step.RunAsync(Read(input), context, cancellationToken);
            return outcome.Match(
                done => StepOutcome<string>.Done(JsonSerializer.Serialize(done.Next)),
                _ => StepOutcome<string>.Finished(),
                refused => StepOutcome<string>.Refused(refused.Reason));
        }

        private TIn Read(string input) => JsonSerializer.Deserialize<TIn>(input)
            ?? throw new JsonException($"The checkpoint of step {Name} holds no {typeof(TIn).Name}.");
    }
}
