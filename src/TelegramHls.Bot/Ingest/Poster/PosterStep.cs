using TelegramHls.Bot.Hosting;
using TelegramHls.Bot.Ingest.Fetch;
using TelegramHls.Bot.Ingest.Plan;
using TelegramHls.Jobs.Pipelines;
using TelegramHls.Media.Posters;
using TelegramHls.Storage.Pool;

namespace TelegramHls.Bot.Ingest.Poster;

/// <summary>
/// Takes the picture that stands for the film and stores it, before the film itself: pages show it while that is in work. A film
/// without a poster is a film all the same.
/// </summary>
internal sealed class PosterStep(
    SourceFiles sources, IPosterMaker posters, CompanionWriter companions, FaultPoints faults, ILogger<PosterStep> logger)
    : IngestStep<PlannedVideo, PlannedVideo>(faults)
{
    /// <summary>Name of the companion.</summary>
    public const string FileName = "poster.jpg";

    public override string Name => "poster";

    protected override async Task<StepOutcome<PlannedVideo>> DoAsync(
        PlannedVideo input, StepContext context, CancellationToken cancellationToken)
    {
        string source = await sources.LocateAsync(input.Source, cancellationToken);
        byte[]? poster = await posters.MakeAsync(source, input.Pictures, cancellationToken);
        if (poster is not null)
        {
            try
            {
                await companions.StoreAsync(input.Source.Video, FileName, poster, input.PartSizes, cancellationToken);
            }
            catch (PartRefusedException refusal)
            {
                Log.PosterRefused(logger, input.Source.Video.Value, refusal.Message);
            }
        }

        return StepOutcome<PlannedVideo>.Done(input);
    }
}
