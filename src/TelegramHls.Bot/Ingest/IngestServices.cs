using Microsoft.Extensions.Options;
using TelegramHls.Bot.Ingest.Admit;
using TelegramHls.Bot.Ingest.Announce;
using TelegramHls.Bot.Ingest.Clean;
using TelegramHls.Bot.Ingest.Compatible;
using TelegramHls.Bot.Ingest.Fetch;
using TelegramHls.Bot.Ingest.Original;
using TelegramHls.Bot.Ingest.Plan;
using TelegramHls.Bot.Ingest.Poster;
using TelegramHls.Bot.Ingest.Previews;
using TelegramHls.Bot.Ingest.Probe;
using TelegramHls.Bot.Ingest.Publish;
using TelegramHls.Bot.Ingest.Store;
using TelegramHls.Bot.Ingest.Subtitles;
using TelegramHls.Core.Waiting;
using TelegramHls.Jobs;
using TelegramHls.Jobs.Pipelines;
using TelegramHls.Jobs.Recurring;
using TelegramHls.Storage.Parts;

namespace TelegramHls.Bot.Ingest;

/// <summary>Registers the way of a video.</summary>
public static class IngestServices
{
    // With all else that ends, a stop stays below the 20 s after which a supervisor may kill.
    private static readonly TimeSpan PartsMayArrive = TimeSpan.FromSeconds(10);

    /// <summary>Adds the pipeline, its steps and what they share.</summary>
    public static IServiceCollection AddIngest(this IServiceCollection services)
    {
        services.AddSingleton<IJobPipeline, IngestPipeline>();
        services.AddSingleton(provider => new StallLimit(provider.GetRequiredService<IOptions<JobsOptions>>().Value.StallAfter));
        services.AddSingleton(provider => new StopGrace(
            PartsMayArrive, provider.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping));
        services.AddSingleton<FaultText>();
        services.AddSingleton<IngestEnding>();
        services.AddSingleton<IngestRestart>();
        services.AddSingleton<ProgressMeter>();
        services.AddSingleton<StatusBoard>();
        services.AddSingleton<SourceLimit>();
        services.AddSingleton<DiskSpace>();
        services.AddHostedService<DiskQueue>();
        services.AddSingleton<Duplicates>();
        services.AddSingleton<SourceBot>();
        services.AddSingleton<SourceFiles>();
        services.AddSingleton<CompanionWriter>();
        services.AddSingleton<FilmPackaging>();
        services.AddSingleton<FilmNotes>();
        services.AddSingleton<HardwareFallback>();
        services.AddSingleton<PackagingBook>();
        services.AddSingleton<Leftovers>();
        services.AddSingleton<VideoRemoval>();
        services.AddSingleton<StorageLack>();
        services.AddSingleton<StorageWatch>();
        services.AddHostedService(provider => provider.GetRequiredService<StorageWatch>());
        services.AddSingleton<IRecurringJob, ChannelSweep>();
        services.AddSingleton<LocalLeftovers>();
        services.AddSingleton<IRecurringJob, DiskSweep>();
        services.AddSingleton<IRecurringJob, HistoryTrim>();
        services.AddHostedService<ReplicaLoop>();
        services.AddHostedService<IdLoop>();
        return AddSteps(services);
    }

    private static IServiceCollection AddSteps(IServiceCollection services) => services
        .AddSingleton<AdmitStep>()
        .AddSingleton<FetchStep>()
        .AddSingleton<ProbeStep>()
        .AddSingleton<PlanStep>()
        .AddSingleton<PosterStep>()
        .AddSingleton<FilmEnd>()
        .AddSingleton<SubtitlesStep>()
        .AddSingleton<StoreStep>()
        .AddSingleton<CompatibleStep>()
        .AddSingleton<PublishStep>()
        .AddSingleton<AnnounceStep>()
        .AddSingleton<KeepStep>()
        .AddSingleton<PreviewStep>()
        .AddSingleton<CleanStep>();
}
