using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace TelegramHls.Catalog.Database;

/// <summary>Makes a context with a connection of its own, which goes back to the connection pool with it.</summary>
internal sealed class CatalogContexts(CatalogDatabase database) : IDisposable
{
    public CatalogContext CreateDbContext()
    {
        DbContextOptions<CatalogContext> options = new DbContextOptionsBuilder<CatalogContext>()
            .UseSqlite(database.Source.CreateConnection(), contextOwnsConnection: true)
            // Migrations are written by hand, without a snapshot of the model; a test compares the two.
            .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning))
            .Options;
        return new CatalogContext(options);
    }

    /// <summary>Closes the pooled connections: with the last one SQLite folds its write-ahead log into the file.</summary>
    public void Dispose()
    {
        using var connection = new SqliteConnection(database.ConnectionString);
        SqliteConnection.ClearPool(connection);
    }
}
