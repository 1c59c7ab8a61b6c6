using System.Data.Common;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using TelegramHls.Benchmarks.Measuring;
using TelegramHls.Catalog;
using TelegramHls.Catalog.Database;
using TelegramHls.Catalog.Search;
using TelegramHls.Core.Jobs;
using TelegramHls.Testing;

namespace TelegramHls.Benchmarks;

/// <summary>What the operator's lists ask the database, with many jobs in it.</summary>
internal sealed class JobsBenchmark : IBenchmark
{
    private const int Jobs = 100_000;
    private const int PageSize = 50;
    private const int Rounds = 15;

    // Titles of four words out of twenty; checkpoints as long as those of real films; of a hundred jobs four failed and two wait.
    private static readonly string Fill = $$"""
        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {{Jobs}}),
          word(k, w) AS (VALUES (0,'river'),(1,'night'),(2,'summer'),(3,'winter'),(4,'lost'),(5,'found'),(6,'city'),(7,'train'),
            (8,'signal'),(9,'garden'),(10,'stone'),(11,'paper'),(12,'glass'),(13,'horse'),(14,'island'),(15,'motor'),(16,'ocean'),
            (17,'light'),(18,'story'),(19,'shadow')),
          film(i, title) AS (SELECT i, a.w || ' ' || b.w || ' ' || c.w || ' ' || d.w || ' (' || (1950 + i % 75) || ')' FROM n
            JOIN word a ON a.k = i % 20 JOIN word b ON b.k = i / 20 % 20 JOIN word c ON c.k = i / 400 % 20 JOIN word d ON d.k = i / 8000 % 20)
        INSERT INTO jobs (id, pipeline, subject, state, attempts, step, checkpoint, error, created_at, finished_at, is_unsettled, title, words)
        SELECT printf('J%09d', i), 'ingest', printf('V%011d', i),
          CASE WHEN i % 100 < 4 THEN 'Failed' WHEN i % 100 < 6 THEN 'Waiting' ELSE 'Succeeded' END, 1, 'Store', printf('%.1500c', '.'),
          CASE WHEN i % 100 < 4 THEN 'Storage answered 500 too often for part ' || i || '; given up after 8 attempts.' END,
          639000000000000000 + i * 100000000, 639000000600000000 + i * 100000000, 0, title,
          title || char(10) || replace(title, ' ', '.') || '.mkv' || char(10) || printf('j%09d', i) || char(10) || printf('v%011d', i)
        FROM film
        """;

    public string Name => "jobs";

    public string Purpose => $"lists, counts and searches among {Jobs:N0} jobs, middle of {Rounds}, against {PageSize} rows read in the order of an index";

    public async Task RunAsync(BenchFilms films, Report report)
    {
        using var directory = new TempDirectory();
        await using ServiceProvider services = new ServiceCollection().AddLogging()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
            .AddCatalog(_ => directory.File("catalog.db")).BuildServiceProvider();
        await services.GetRequiredService<CatalogMigrator>().MigrateAsync(CancellationToken.None);
        DbDataSource source = services.GetRequiredService<CatalogDatabase>().Source;
        await AskAsync(source, Fill);
        await AskAsync(source, "INSERT INTO job_bots SELECT 1 + rowid % 4, subject FROM jobs");
        JobSearch search = services.GetRequiredService<JobSearch>();

        double bare = await MiddleAsync(() => AskAsync(
            source, $"SELECT * FROM jobs WHERE state = 'Succeeded' ORDER BY created_at DESC LIMIT {PageSize}"));
        Figure yardstick = report.Add("50 rows by SQLite alone", bare, "ms");
        (string Label, JobFilter Filter, JobOrder Order, int Skip)[] questions =
        [
            ("all jobs, first page, counts of each state", new(), JobOrder.Newest, 0),
            ("all jobs, last page", new(), JobOrder.Newest, Jobs - PageSize),
            ("one state, by title", new(JobState.Succeeded), JobOrder.Title, 0),
            ("search: two words, few hits", new(Text: "river 1999"), JobOrder.Newest, 0),
            ("search: a letter in every title", new(Text: "e"), JobOrder.Newest, 0),
            ("search: no hit", new(Text: "nothing like that"), JobOrder.Newest, 0),
            ("search: words of an error", new(JobState.Failed, Text: "storage 500"), JobOrder.Newest, 0),
            ("by storage bot", new(BotId: 3), JobOrder.Newest, 0),
        ];
        foreach ((string label, JobFilter filter, JobOrder order, int skip) in questions)
        {
            double milliseconds = await MiddleAsync(() => search.FindAsync(filter, order, skip, PageSize, CancellationToken.None));
            report.Add(label, milliseconds, "ms", yardstick);
        }
    }

    private static async Task<double> MiddleAsync(Func<Task> ask)
    {
        var seconds = new List<double>();
        await ask();
        for (int round = 0; round < Rounds; round++)
        {
            seconds.Add(await Stopped.SecondsAsync(ask));
        }

        return seconds.Median() * 1000;
    }

    private static async Task AskAsync(DbDataSource source, string sql)
    {
        await using DbConnection connection = await source.OpenConnectionAsync();
        await using DbCommand command = connection.CreateCommand();
        command.CommandText = sql;
        await using DbDataReader reader = await command.ExecuteReaderAsync();
        object[] values = new object[reader.FieldCount];
        while (await reader.ReadAsync())
        {
            reader.GetValues(values);
        }
    }
}
