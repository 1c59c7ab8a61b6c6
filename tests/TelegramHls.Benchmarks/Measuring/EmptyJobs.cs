using System.Threading.Channels;
using TelegramHls.Core.Jobs;
using TelegramHls.Jobs;
using TelegramHls.Jobs.Pipelines;

namespace TelegramHls.Benchmarks.Measuring;

/// <summary>Jobs of one step that does nothing but tell when it began.</summary>
internal sealed class EmptyJobs : IJobPipeline
{
    public const string PipelineName = "empty";

    private const int Capacity = 1000;

    private readonly Channel<long> _begun = Channel.CreateBounded<long>(Capacity);

    public EmptyJobs() => Steps = StepChain.Begin(new Step(_begun.Writer)).Build();

    public string Name => PipelineName;

    public IReadOnlyList<PipelineStep> Steps { get; }

    /// <summary>Time stamps of the steps, as they began.</summary>
    public ChannelReader<long> Begun => _begun.Reader;

    public JobFault Describe(Exception cause, TimeSpan took) => new(cause.Message, cause.ToString(), took);

    public Task<string?> FindLackAsync(JobRecord job, Exception cause, CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    public Task OnParkedAsync(JobRecord job, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task OnLaneFullAsync(JobRecord job, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task OnRetryingAsync(JobRecord job, string error, DateTimeOffset nextAttemptAt, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    public Task OnFailedAsync(JobRecord job, string reason, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task OnCancelledAsync(JobRecord job, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<JobRetry> BeginAgainAsync(JobRecord job, string step, CancellationToken cancellationToken) =>
        Task.FromResult<JobRetry>(new JobRetry.From(step));

    public Task OnDeletedAsync(JobRecord job, CancellationToken cancellationToken) => Task.CompletedTask;

    private sealed class Step(ChannelWriter<long> begun) : IJobStep<int, int>
    {
        public string Name => "only";

        public async Task<StepOutcome<int>> RunAsync(int input, StepContext context, CancellationToken cancellationToken)
        {
            await begun.WriteAsync(TimeProvider.System.GetTimestamp(), cancellationToken);
            return StepOutcome<int>.Done(input);
        }
    }
}
