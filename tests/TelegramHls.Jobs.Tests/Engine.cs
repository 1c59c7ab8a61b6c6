using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TelegramHls.Catalog;
using TelegramHls.Catalog.Database;
using TelegramHls.Catalog.Queries;
using TelegramHls.Core.Ids;
using TelegramHls.Core.Jobs;
using TelegramHls.Jobs.Pipelines;
using TelegramHls.Jobs.Progress;
using TelegramHls.Jobs.Recurring;

namespace TelegramHls.Jobs.Tests;

/// <summary>The engine in a host of its own over a database file, which may be used by several one after another.</summary>
internal sealed class Engine : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly IHost _host;

    private Engine(IHost host) => _host = host;

    public IJobLedger Ledger => Get<IJobLedger>();

    public JobQueue Queue => Get<JobQueue>();

    public JobProgressBoard Board => Get<JobProgressBoard>();

    public RecurringJobs Recurring => Get<RecurringJobs>();

    public static async Task<Engine> StartAsync(
        string file, IJobPipeline pipeline, int parallel = 2, int attempts = 3, IRecurringJob? recurring = null)
    {
        Engine engine = await PrepareAsync(file, pipeline, parallel, attempts, recurring);
        await engine._host.StartAsync();
        return engine;
    }

    /// <summary>An engine that does not run: for writing down what another one left behind.</summary>
    public static async Task<Engine> PrepareAsync(
        string file, IJobPipeline pipeline, int parallel = 2, int attempts = 3, IRecurringJob? recurring = null)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(
        [
            new("Jobs:Parallel", $"{parallel}"),
            new("Jobs:MaxAttempts", $"{attempts}"),
            new("Jobs:FirstPause", "00:00:00.100"),
        ]);
        builder.Services.AddCatalog(_ => file);
        builder.Services.AddSingleton(pipeline);
        if (recurring is not null)
            builder.Services.AddSingleton(recurring);
        builder.Services.AddJobs(services => services.GetRequiredService<CatalogDatabase>().Source);
        builder.Logging.AddFilter(level => level >= LogLevel.Error);
        IHost host = builder.Build();
        await host.Services.GetRequiredService<CatalogMigrator>().MigrateAsync(CancellationToken.None);
        return new Engine(host);
    }

    public T Get<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();

    public async Task<JobId> AddAsync(Counted input, string owner = "")
    {
        JobRecord job = Queue.NewJob("counting", "subject", owner, input);
        await Ledger.QueueAsync(job, CancellationToken.None);
        Queue.Wake();
        return job.Id;
    }

    /// <summary>Looks at the job until it is as wanted; fails after 30 s.</summary>
    public async Task<JobRecord> UntilAsync(JobId job, Func<JobRecord, bool> wanted)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (true)
        {
            JobRecord? found = await Ledger.FindAsync(job, patience.Token);
            if (found is not null && wanted(found))
                return found;

            await timer.WaitForNextTickAsync(patience.Token);
        }
    }

    /// <summary>Looks at the only recurring job until it is as wanted; fails after 30 s.</summary>
    public async Task<RecurringStanding> UntilAsync(Func<RecurringStanding, bool> wanted)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (true)
        {
            RecurringStanding found = (await Recurring.ListAsync(patience.Token)).Single();
            if (wanted(found))
                return found;

            await timer.WaitForNextTickAsync(patience.Token);
        }
    }

    public Task<JobRecord> UntilFinalAsync(JobId job) => UntilAsync(job, found => found.IsFinal);

    /// <summary>Waits until the pipeline was told of the end.</summary>
    public async Task UntilSettledAsync(JobId job)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while ((await Ledger.UnsettledAsync(patience.Token)).Any(left => left.Id == job))
            await timer.WaitForNextTickAsync(patience.Token);
    }

    public async Task<IReadOnlyList<JobEventKind>> KindsAsync(JobId job) =>
        [.. (await Get<JobQueries>().EventsAsync(job, CancellationToken.None)).Select(line => line.Kind)];

    public Task StopAsync() => _host.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }
}
