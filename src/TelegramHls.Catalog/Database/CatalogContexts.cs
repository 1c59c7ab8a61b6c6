using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace TelegramHls.Catalog.Database;

/// <summary>Makes a context with a connection of its own, which goes back to the connection pool with it.</summary>
internal sealed class CatalogContexts(CatalogDatabase database)
{
    public CatalogContext CreateDbContext()
    {
        DbConnection connection = database.Factory.CreateConnection()!;
        connection.ConnectionString = database.ConnectionString;
        DbContextOptions<CatalogContext> options = new DbContextOptionsBuilder<CatalogContext>()
            .UseSqlite(connection, contextOwnsConnection: true)
            // Migrations are written by hand, without a snapshot of the model; a test compares the two.
            .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning))
            .Options;
        return new CatalogContext(options);
    }
}
