using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TelegramHls.Core.Storing;
using TelegramHls.Storage.Cache;
using TelegramHls.Storage.Parts;
using TelegramHls.Storage.Pool;
using TelegramHls.Storage.Pool.Members;
using TelegramHls.Storage.Pool.Originals;
using TelegramHls.Storage.Pool.Status;
using TelegramHls.Storage.Reading;
using TelegramHls.Storage.Reading.Ahead;
using TelegramHls.Storage.Reading.Ways;
using TelegramHls.Storage.Replicas;
using TelegramHls.Storage.Scrub;
using TelegramHls.Storage.Transport;
using TelegramHls.Storage.Transport.Originals;
using TelegramHls.Storage.Transport.Probing;

namespace TelegramHls.Storage;

/// <summary>Registers storage.</summary>
public static class StorageServices
{
    /// <summary>
    /// Adds writers, readers, cache, pool and scrub, with their sections of the configuration. The host registers
    /// <see cref="StorageDirectories"/>, <see cref="IPartLedger"/>, <see cref="ISendLedger"/> and <see cref="IReplicaLedger"/> as
    /// singletons.
    /// </summary>
    public static IServiceCollection AddStorage(this IServiceCollection services)
    {
        services.AddOptions<TelegramOptions>()
            .BindConfiguration(TelegramOptions.SectionName).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<StorageOptions>()
            .BindConfiguration(StorageOptions.SectionName).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<CacheOptions>()
            .BindConfiguration(CacheOptions.SectionName).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<TelegramOptions>, PoolOptionsValidator>();
        services.TryAddSingleton(TimeProvider.System);
        AddPool(services);
        AddOriginals(services);
        AddReading(services);
        AddReplicas(services);
        AddScrub(services);
        return services;
    }

    private static void AddPool(IServiceCollection services)
    {
        services.TryAddSingleton<BotConnections>();
        services.AddSingleton<PoolSettings>();
        services.AddSingleton<RetiredBots>();
        services.AddSingleton<PoolRoster>();
        services.AddSingleton<ChatBudgets>();
        services.AddSingleton<ChatHeights>();
        services.AddSingleton<PoolQueue>();
        services.AddSingleton<DocumentSender>();
        services.AddSingleton<PartSender>();
        services.AddSingleton<PostingProbe>();
        services.TryAddSingleton(new CloudAddress(TelegramOptions.CloudUrl));
        services.AddSingleton<IBotInspector, BotInspector>();
        services.AddSingleton(provider => new RoundTripProbe(
            provider.GetRequiredService<BotConnections>(),
            provider.GetRequiredService<MessageForwarder>(),
            provider.GetRequiredService<MessageEraser>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<PoolHealth>();
        services.AddSingleton<IPoolStatus>(provider => provider.GetRequiredService<PoolHealth>());
        services.AddSingleton<BotPool>();
        services.TryAddSingleton(new StopGrace(TimeSpan.Zero, CancellationToken.None));
        services.AddSingleton(provider => new StoredFileWriters(
            provider.GetRequiredService<IPartLedger>(),
            provider.GetRequiredService<BotPool>(),
            provider.GetRequiredService<StorageDirectories>(),
            provider.GetRequiredService<StopGrace>(),
            provider.GetRequiredService<TimeProvider>()));
    }

    private static void AddOriginals(IServiceCollection services)
    {
        services.AddSingleton<OriginalSender>();
        services.AddSingleton(provider => new OriginalPlace(
            provider.GetRequiredService<PoolRoster>(),
            provider.GetRequiredService<PostingProbe>(),
            provider.GetRequiredService<BotConnections>(),
            provider.GetRequiredService<IOptions<TelegramOptions>>(),
            provider.GetRequiredService<IOptions<StorageOptions>>(),
            provider.GetRequiredService<ILogger<OriginalPlace>>()));
        services.AddSingleton(provider => new OriginalKeeper(
            provider.GetRequiredService<OriginalPlace>(),
            provider.GetRequiredService<OriginalSender>(),
            provider.GetRequiredService<IPartLedger>(),
            provider.GetRequiredService<ChatBudgets>(),
            provider.GetRequiredService<ChatHeights>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<OriginalKeeper>>()));
    }

    private static void AddReading(IServiceCollection services)
    {
        services.AddSingleton<MessageForwarder>();
        services.AddSingleton<ScratchLook>();
        services.AddSingleton<KnownFiles>();
        services.AddSingleton<BotLanes>();
        services.AddSingleton<OwnIds>();
        services.TryAddSingleton<IPartSource, PartSource>();
        services.AddSingleton<PartDownloader>();
        services.TryAddSingleton(new DiskRoom(() => long.MaxValue));
        services.AddSingleton(provider => new PartCache(
            provider.GetRequiredService<StorageDirectories>(),
            provider.GetRequiredService<DiskRoom>(),
            provider.GetRequiredService<IOptions<CacheOptions>>(),
            provider.GetRequiredService<PartDownloader>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<PartCache>>()));
        services.AddSingleton<ReadAhead>();
        services.TryAddSingleton<IRopeReader, RopeReader>();
    }

    private static void AddReplicas(IServiceCollection services)
    {
        services.AddSingleton<ChannelRights>();
        services.AddSingleton<ReplicaChannels>();
        services.AddSingleton<PartBytes>();
        services.AddSingleton<PartCopier>();
        services.AddSingleton(provider => new IdKeeper(
            provider.GetRequiredService<IReplicaLedger>(),
            provider.GetRequiredService<OwnIds>(),
            provider.GetRequiredService<ScratchLook>(),
            provider.GetRequiredService<ChannelRights>(),
            provider.GetRequiredService<PoolRoster>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<IdKeeper>>()));
        services.AddSingleton<ChannelMove>();
        services.AddSingleton(provider => new BotRetirement(
            provider.GetRequiredService<IdKeeper>(),
            provider.GetRequiredService<ChannelMove>(),
            provider.GetRequiredService<PoolRoster>(),
            provider.GetRequiredService<IPoolStatus>()));
        services.AddSingleton(provider => new ReplicaKeeper(
            provider.GetRequiredService<IReplicaLedger>(),
            provider.GetRequiredService<PartCopier>(),
            provider.GetRequiredService<ReplicaChannels>(),
            provider.GetRequiredService<PoolRoster>(),
            provider.GetRequiredService<IOptions<StorageOptions>>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<ReplicaKeeper>>()));
    }

    private static void AddScrub(IServiceCollection services)
    {
        services.AddSingleton<MessageEraser>();
        services.AddSingleton<ChannelLook>();
        services.AddSingleton<PartComparer>();
        services.AddSingleton<PartRepair>();
        services.AddSingleton<StrayFinder>();
        services.AddSingleton(provider => new Scrubber(
            provider.GetRequiredService<IReplicaLedger>(),
            provider.GetRequiredService<IPoolStatus>(),
            provider.GetRequiredService<PartComparer>(),
            provider.GetRequiredService<PartRepair>(),
            provider.GetRequiredService<StrayFinder>(),
            provider.GetRequiredService<MessageRemover>(),
            provider.GetRequiredService<IOptions<StorageOptions>>()));
        services.AddSingleton(provider => new MessageRemover(
            provider.GetRequiredService<ISendLedger>(),
            provider.GetRequiredService<PoolRoster>(),
            provider.GetRequiredService<MessageEraser>(),
            provider.GetRequiredService<ChatBudgets>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<MessageRemover>>()));
        services.AddSingleton(provider => new OrphanSweep(
            provider.GetRequiredService<ISendLedger>(),
            provider.GetRequiredService<ChannelLook>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<OrphanSweep>>()));
    }
}
