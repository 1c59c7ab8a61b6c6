using TelegramHls.Bot.Cli.Reports;
using TelegramHls.Catalog.Database;

namespace TelegramHls.Bot.Cli.Config.Checks;

/// <summary>SQLite is there. Whether the provider is one that the program has, its options say.</summary>
internal sealed class DatabaseCheck : ICheck
{
    public Task<IReadOnlyList<Finding>> LookAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Finding>>(
        [
            SqliteVersion.Read() is { } version
                ? Finding.Ok("Database:Provider", $"SQLite {version}")
                : Finding.Error("Database:Provider", "libsqlite3.so.0 is not on this machine", "apt-get install libsqlite3-0"),
        ]);
}
