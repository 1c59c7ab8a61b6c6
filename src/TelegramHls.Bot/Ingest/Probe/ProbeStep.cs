using TelegramHls.Bot.Hosting;
using TelegramHls.Bot.Ingest.Fetch;
using TelegramHls.Jobs.Pipelines;
using TelegramHls.Media.Probing;

namespace TelegramHls.Bot.Ingest.Probe;

/// <summary>Finds out what the source holds.</summary>
internal sealed class ProbeStep(SourceFiles sources, IMediaProbe probe, IVideoAnnouncer announcer, FaultPoints faults)
    : IngestStep<FetchedSource, ProbedSource>(faults)
{
    public override string Name => "probe";

    protected override async Task<StepOutcome<ProbedSource>> DoAsync(
        FetchedSource input, StepContext context, CancellationToken cancellationToken)
    {
        announcer.Show(input.Video, new VideoStatus.Busy("Looking at the film"));
        string path = await sources.LocateAsync(input, cancellationToken);
        ProbeOutcome outcome = await probe.ProbeAsync(path, cancellationToken);
        return outcome.Match(
            probed => StepOutcome<ProbedSource>.Done(new ProbedSource(1, input, probed.Facts)),
            unreadable => StepOutcome<ProbedSource>.Refused($"This file cannot be played: {unreadable.Reason}."));
    }
}
