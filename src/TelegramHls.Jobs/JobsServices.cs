using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Quartz;
using TelegramHls.Core.Jobs;
using TelegramHls.Jobs.Progress;
using TelegramHls.Jobs.Recurring;
using TelegramHls.Jobs.Running;

namespace TelegramHls.Jobs;

/// <summary>Registers the job engine.</summary>
public static class JobsServices
{
    /// <summary>
    /// Adds <see cref="JobQueue"/>, <see cref="RecurringJobs"/> and the engine behind them. The host registers <see cref="IJobLedger"/>,
    /// <see cref="IRecurringLedger"/>, each <see cref="Pipelines.IJobPipeline"/> and each <see cref="IRecurringJob"/>, and has the database ready before it starts its hosted services.
    /// </summary>
    /// <param name="services">Where to add; the engine is a hosted service and starts in this place of their order.</param>
    /// <param name="source">The SQLite database for Quartz's own tables (<c>QRTZ_…</c>), which it makes itself.</param>
    public static IServiceCollection AddJobs(
        this IServiceCollection services, Func<IServiceProvider, DbDataSource> source)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions<JobsOptions>()
            .BindConfiguration(JobsOptions.SectionName)
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<JobProgressBoard>();
        services.TryAddSingleton<EngineHealth>();
        services.TryAddSingleton<RunningJobs>();
        services.TryAddSingleton<PipelineSet>();
        services.TryAddSingleton<Backoff>();
        services.TryAddSingleton<Triggers>();
        services.TryAddSingleton<Bell>();
        services.TryAddSingleton<Lanes>();
        services.TryAddSingleton<JobChooser>();
        services.TryAddSingleton<Workers>();
        services.TryAddSingleton<Endings>();
        services.TryAddSingleton<JobRunner>();
        services.TryAddSingleton(provider => new JobQueue(
            provider.GetRequiredService<IJobLedger>(),
            provider.GetRequiredService<PipelineSet>(),
            provider.GetRequiredService<RunningJobs>(),
            provider.GetRequiredService<Endings>(),
            provider.GetRequiredService<Lanes>(),
            provider.GetRequiredService<Bell>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<IOptions<JobsOptions>>().Value));
        AddRecurring(services);
        AddQuartz(services, source);
        services.AddHostedService<JobEngine>();
        return services;
    }

    private static void AddRecurring(IServiceCollection services)
    {
        services.TryAddSingleton(provider => new RecurringJobs(
            provider.GetServices<IRecurringJob>(),
            provider.GetRequiredService<IRecurringLedger>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<RecurringJobs>>()));
        services.AddHostedService<RecurringEngine>();
    }

    private static void AddQuartz(IServiceCollection services, Func<IServiceProvider, DbDataSource> source)
    {
        services.AddQuartz(quartz => quartz.UsePersistentStore(store =>
        {
            store.UseSqlite(database => database.DataSourceFactory = source);
            store.ProvisionSchema();
            // Whoever is woken late looks for everything that is due: nothing was missed.
            store.ConfigureStore(options => options.MisfireThreshold = TimeSpan.FromDays(30));
        }));
        // Failures of jobs are ours to tell; Quartz would tell each twice, with stack traces.
        services.AddLogging(logging => logging
            .AddFilter("Quartz", LogLevel.Warning)
            .AddFilter("Quartz.Core.ErrorLogger", LogLevel.None));
    }
}
