using TelegramHls.Bot.Hosting;
using TelegramHls.Bot.Ingest.Publish;
using TelegramHls.Jobs.Pipelines;

namespace TelegramHls.Bot.Ingest.Clean;

/// <summary>Removes what the work left on this machine, and has the channels swept: that may take long and needs no place among the jobs.</summary>
internal sealed class CleanStep(Leftovers leftovers, SweepLoop sweep, FaultPoints faults) : IngestStep<StoredVideo, StoredVideo>(faults)
{
    public override string Name => "clean";

    protected override Task<StepOutcome<StoredVideo>> DoAsync(
        StoredVideo input, StepContext context, CancellationToken cancellationToken)
    {
        leftovers.RemoveSpool(input.Video);
        sweep.Wake();
        return Task.FromResult(StepOutcome<StoredVideo>.Done(input));
    }
}
