using TelegramHls.Bot.Hosting;
using TelegramHls.Bot.Ingest.Publish;
using TelegramHls.Jobs.Pipelines;
using TelegramHls.Jobs.Recurring;

namespace TelegramHls.Bot.Ingest.Clean;

/// <summary>Removes what the work left on this machine, and has the channels swept: that may take long and needs no place among the jobs.</summary>
internal sealed class CleanStep(Leftovers leftovers, RecurringJobs recurring, FaultPoints faults)
    : IngestStep<StoredVideo, StoredVideo>(faults)
{
    public override string Name => "clean";

    protected override async Task<StepOutcome<StoredVideo>> DoAsync(
        StoredVideo input, StepContext context, CancellationToken cancellationToken)
    {
        leftovers.RemoveSpool(input.Video);
        await recurring.NudgeAsync(ChannelSweep.JobName, cancellationToken);
        return StepOutcome<StoredVideo>.Done(input);
    }
}
