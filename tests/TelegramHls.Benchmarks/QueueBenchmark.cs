using System.Data.Common;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using TelegramHls.Benchmarks.Measuring;
using TelegramHls.Catalog;
using TelegramHls.Catalog.Database;
using TelegramHls.Core.Jobs;
using TelegramHls.Jobs;
using TelegramHls.Jobs.Pipelines;
using TelegramHls.Testing;

namespace TelegramHls.Benchmarks;

/// <summary>What the job engine itself costs, with the real ledger on a real file.</summary>
internal sealed class QueueBenchmark : IBenchmark
{
    private const int Transactions = 500;
    private const int Latencies = 200;
    private const int Jobs = 300;
    private const int Waiting = 20_000;
    private const int Looks = 15;

    private static readonly CancellationToken None = CancellationToken.None;

    public string Name => "queue";

    public string Purpose => $"how soon a job begins ({Latencies} times), how many empty jobs a second ({Jobs}), the next of {Waiting:N0}";

    public async Task RunAsync(BenchFilms films, Report report)
    {
        using var directory = new TempDirectory();
        var pipeline = new EmptyJobs();
        using IHost host = Build(directory.File("c.db"), pipeline);
        await host.Services.GetRequiredService<CatalogMigrator>().MigrateAsync(None);
        DbDataSource source = host.Services.GetRequiredService<CatalogDatabase>().Source;
        await AskAsync(source, "CREATE TABLE bare (x INTEGER); INSERT INTO bare VALUES (0)");
        double bare = await Stopped.SecondsAsync(() => TransactAsync(source)) / Transactions;
        Figure transaction = report.Add("a transaction of SQLite alone", bare * 1000, "ms");
        Figure transactions = report.Add("transactions of SQLite alone", 1 / bare, "/s");

        await host.StartAsync();
        double[] waits = await LatenciesAsync(host, pipeline);
        report.Add("from queued to begun, p50", waits[waits.Length / 2] * 1000, "ms", transaction);
        report.Add("from queued to begun, p99", waits[waits.Length * 99 / 100] * 1000, "ms", transaction);
        report.Add("empty jobs", Jobs / await RunAllAsync(host, pipeline), "/s", transactions);

        await host.Services.GetRequiredService<JobQueue>().PauseAsync(None);
        await AskAsync(source, Fill);
        var ledger = host.Services.GetRequiredService<IJobLedger>();
        var turn = new JobTurn(TimeProvider.System.GetUtcNow(), [], new Dictionary<string, int>(), []);
        var looks = new List<double>();
        for (int i = 0; i < Looks; i++)
            looks.Add(await Stopped.SecondsAsync(() => ledger.NextAsync(turn, None)));

        report.Add($"the next of {Waiting:N0} waiting jobs of 50 owners", looks.Median() * 1000, "ms", transaction);
        await host.StopAsync();
    }

    private static string Fill => $$"""
        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {{Waiting}})
        INSERT INTO jobs (id, pipeline, subject, state, attempts, step, checkpoint, created_at, is_unsettled, owner, priority)
        SELECT printf('J%09d', i), '{{EmptyJobs.PipelineName}}', i, 'Waiting', 0, 'only', printf('%.1500c', '.'), i, 0, i % 50, 1 FROM n
        """;

    private static IHost Build(string file, EmptyJobs pipeline)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection([new("Jobs:Parallel", "2")]);
        builder.Services.AddCatalog(_ => file);
        builder.Services.AddSingleton<IJobPipeline>(pipeline);
        builder.Services.AddJobs(services => services.GetRequiredService<CatalogDatabase>().Source);
        return builder.Build();
    }

    /// <summary>Seconds from the commit of a job to its first step, sorted.</summary>
    private static async Task<double[]> LatenciesAsync(IHost host, EmptyJobs pipeline)
    {
        var seconds = new double[Latencies];
        for (int i = 0; i < Latencies; i++)
        {
            await QueueAsync(host);
            long queued = TimeProvider.System.GetTimestamp();
            host.Services.GetRequiredService<JobQueue>().Wake();
            seconds[i] = TimeProvider.System.GetElapsedTime(queued, await pipeline.Begun.ReadAsync()).TotalSeconds;
            await UntilIdleAsync(host);
        }

        return [.. seconds.Order()];
    }

    /// <summary>Seconds until all of many queued jobs are done.</summary>
    private static async Task<double> RunAllAsync(IHost host, EmptyJobs pipeline)
    {
        JobQueue queue = host.Services.GetRequiredService<JobQueue>();
        await queue.PauseAsync(None);
        for (int i = 0; i < Jobs; i++)
            await QueueAsync(host);

        return await Stopped.SecondsAsync(async () =>
        {
            await queue.ResumeAsync(None);
            for (int i = 0; i < Jobs; i++)
                await pipeline.Begun.ReadAsync();

            await UntilIdleAsync(host);
        });
    }

    private static Task QueueAsync(IHost host)
    {
        JobRecord job = host.Services.GetRequiredService<JobQueue>().NewJob(EmptyJobs.PipelineName, "subject", "owner", 1);
        return host.Services.GetRequiredService<IJobLedger>().QueueAsync(job, None);
    }

    private static async Task UntilIdleAsync(IHost host)
    {
        var ledger = host.Services.GetRequiredService<IJobLedger>();
        while ((await ledger.UnfinishedAsync(None)).Count > 0)
            await Task.Yield();
    }

    private static async Task TransactAsync(DbDataSource source)
    {
        for (int i = 0; i < Transactions; i++)
            await AskAsync(source, "BEGIN IMMEDIATE; UPDATE bare SET x = x + 1; COMMIT");
    }

    private static async Task AskAsync(DbDataSource source, string sql)
    {
        await using DbConnection connection = await source.OpenConnectionAsync();
        await using DbCommand command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
