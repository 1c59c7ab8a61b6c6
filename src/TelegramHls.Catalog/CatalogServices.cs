using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TelegramHls.Catalog.Audit;
using TelegramHls.Catalog.Commands;
using TelegramHls.Catalog.Database;
using TelegramHls.Catalog.Ledgers;
using TelegramHls.Catalog.Queries;
using TelegramHls.Catalog.Recurring;
using TelegramHls.Catalog.Search;
using TelegramHls.Catalog.Statistics;
using TelegramHls.Catalog.Upkeep;
using TelegramHls.Core.Jobs;
using TelegramHls.Core.Storing;

namespace TelegramHls.Catalog;

/// <summary>Registers the catalogue.</summary>
public static class CatalogServices
{
    /// <summary>
    /// Adds commands, queries, ledgers and <see cref="CatalogMigrator"/>, which has to run before any of them is used.
    /// </summary>
    /// <param name="services">Where to add.</param>
    /// <param name="defaultFile">Path of the database file where the configuration names none.</param>
    public static IServiceCollection AddCatalog(
        this IServiceCollection services, Func<IServiceProvider, string> defaultFile)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions<CatalogOptions>()
            .BindConfiguration(CatalogOptions.SectionName)
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(provider => new CatalogDatabase(
            provider.GetRequiredService<IOptions<CatalogOptions>>().Value, defaultFile(provider)));
        services.TryAddSingleton(provider => new CatalogContexts(provider.GetRequiredService<CatalogDatabase>()));
        services.TryAddSingleton(provider => new CatalogStore(provider.GetRequiredService<CatalogContexts>()));
        services.TryAddSingleton(provider => new CatalogMigrator(
            provider.GetRequiredService<CatalogDatabase>(),
            provider.GetRequiredService<CatalogContexts>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<CatalogMigrator>>()));
        services.TryAddSingleton(provider => new DatabaseUpkeep(
            provider.GetRequiredService<CatalogDatabase>(),
            provider.GetRequiredService<CatalogContexts>(),
            provider.GetRequiredService<CatalogStore>()));
        AddCommands(services);
        AddQueries(services);
        Add(services, (store, clock) => new PackagingStatistics(store, clock));
        Add(services, (store, _) => new JobStandings(store));
        Add(services, (store, clock) => new JobStatistics(store, clock));
        Add<IPartLedger>(services, (store, clock) => new PartLedger(store, clock));
        Add<ISendLedger>(services, (store, clock) => new SendLedger(store, clock));
        Add<IReplicaLedger>(services, (store, _) => new ReplicaLedger(store));
        Add<IJobLedger>(services, (store, clock) => new JobLedger(store, clock));
        Add<IRecurringLedger>(services, (store, _) => new RecurringLedger(store));
        return services;
    }

    private static void AddCommands(IServiceCollection services)
    {
        Add(services, (store, clock) => new InboxCommands(store, clock));
        Add(services, (store, clock) => new VideoCommands(store, clock));
        Add(services, (store, clock) => new PublishCommands(store, clock));
        Add(services, (store, clock) => new DeleteCommands(store, clock));
        Add(services, (store, clock) => new CompanionCommands(store, clock));
        Add(services, (store, _) => new SubtitleCommands(store));
        Add(services, (store, clock) => new ShareLinkCommands(store, clock));
        Add(services, (store, clock) => new UserCommands(store, clock));
        Add(services, (store, _) => new SettingCommands(store));
        Add(services, (store, clock) => new AuditCommands(store, clock));
    }

    private static void AddQueries(IServiceCollection services)
    {
        Add(services, (store, _) => new InboxQueries(store));
        Add(services, (store, _) => new VideoQueries(store));
        Add(services, (store, _) => new CompanionQueries(store));
        Add(services, (store, _) => new RenditionQueries(store));
        Add(services, (store, _) => new SubtitleQueries(store));
        Add(services, (store, _) => new DuplicateQueries(store));
        Add(services, (store, clock) => new PlaybackQueries(store, clock));
        Add(services, (store, _) => new UserQueries(store));
        Add(services, (store, _) => new JobQueries(store));
        Add(services, (store, _) => new JobSearch(store));
        Add(services, (store, _) => new JobFeed(store));
        Add(services, (store, clock) => new StorageShares(store, clock));
        Add(services, (store, _) => new AuditQueries(store));
        Add(services, (store, _) => new TotalsQueries(store));
        Add(services, (store, _) => new MessageQueries(store));
    }

    private static void Add<T>(IServiceCollection services, Func<CatalogStore, TimeProvider, T> make)
        where T : class =>
        services.TryAddSingleton(provider => make(
            provider.GetRequiredService<CatalogStore>(), provider.GetRequiredService<TimeProvider>()));
}
