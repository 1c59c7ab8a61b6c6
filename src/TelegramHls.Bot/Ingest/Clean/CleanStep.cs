using TelegramHls.Bot.Hosting;
using TelegramHls.Bot.Ingest.Publish;
using TelegramHls.Jobs.Pipelines;

namespace TelegramHls.Bot.Ingest.Clean;

/// <summary>Removes what the work left on this machine and in the channels.</summary>
internal sealed class CleanStep(Leftovers leftovers, FaultPoints faults) : IngestStep<StoredVideo, StoredVideo>(faults)
{
    public override string Name => "clean";

    protected override async Task<StepOutcome<StoredVideo>> DoAsync(
        StoredVideo input, StepContext context, CancellationToken cancellationToken)
    {
        leftovers.RemoveSpool(input.Video);
        await leftovers.SweepAsync(cancellationToken);
        return StepOutcome<StoredVideo>.Done(input);
    }
}
