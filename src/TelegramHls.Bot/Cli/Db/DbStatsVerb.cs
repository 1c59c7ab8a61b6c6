using TelegramHls.Bot.Cli.Config;
using TelegramHls.Bot.Cli.Reports;
using TelegramHls.Bot.Hosting;
using TelegramHls.Catalog;
using TelegramHls.Catalog.Database;
using TelegramHls.Catalog.Queries;
using TelegramHls.Catalog.Statistics;

namespace TelegramHls.Bot.Cli.Db;

/// <summary><c>db stats</c>: figures out of the database, which is only read, with or without a server beside.</summary>
internal static class DbStatsVerb
{
    public static async Task<int> RunAsync(string[] assignments, bool json, CancellationToken cancellationToken)
    {
        WebApplicationBuilder builder = VerbHost.NewBuilder(assignments);
        CatalogDatabase database = Find(builder.Configuration);
        if (!File.Exists(database.FilePath))
        {
            return await FailAsync(
                "there is no database yet", $"{database.FilePath} is not there.", "telegramhls serve makes it; or set Data__Directory to the server's");
        }

        await using ServiceProvider services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(builder.Configuration)
            .AddSingleton(database)
            .AddCatalog(_ => database.FilePath)
            .BuildServiceProvider();
        if (!await services.GetRequiredService<CatalogMigrator>().IsCurrentAsync(cancellationToken))
        {
            return await FailAsync(
                "the database is older than this program", $"{database.FilePath} has not its shape.", "telegramhls serve brings it up to date");
        }

        var figures = new DbFigures(
            database.FilePath,
            Length(database.FilePath) + Length($"{database.FilePath}-wal"),
            await services.GetRequiredService<TotalsQueries>().CountAsync(replicas: 1, cancellationToken),
            await services.GetRequiredService<PackagingStatistics>().SumAsync(cancellationToken));
        await Console.Out.WriteLineAsync(json ? JsonText.Of(figures.ForPrograms()) : DbStatsText.Of(figures));
        return ExitCode.Done;
    }

    private static long Length(string path) => new FileInfo(path) is { Exists: true } file ? file.Length : 0;

    private static CatalogDatabase Find(ConfigurationManager configuration)
    {
        CatalogOptions options = configuration.GetSection(CatalogOptions.SectionName).Get<CatalogOptions>() ?? new();
        return CatalogDatabase.ToRead(options, DataDirectory.DatabaseIn(new Setup(configuration).DataRoot));
    }

    private static async Task<int> FailAsync(string what, string cause, string remedy)
    {
        await new Explanation(ExitCode.Failed, what, cause, remedy).WriteAsync();
        return ExitCode.Failed;
    }
}
