using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using TelegramHls.Catalog.Database;

namespace TelegramHls.Catalog.Upkeep;

/// <summary>Copies the database while it is in use, and takes the air out of it.</summary>
public sealed class DatabaseUpkeep
{
    // Less air than this is soon filled again; a vacuum writes the whole file anew.
    private const double WorthAVacuum = 0.2;

    private readonly CatalogDatabase _database;
    private readonly CatalogContexts _contexts;
    private readonly CatalogStore _store;

    internal DatabaseUpkeep(CatalogDatabase database, CatalogContexts contexts, CatalogStore store) =>
        (_database, _contexts, _store) = (database, contexts, store);

    /// <summary>Bytes of the database and of what was not folded into it yet: no copy is larger.</summary>
    public long Bytes => BytesOf(_database.FilePath) + BytesOf(_database.FilePath + "-wal");

    /// <summary>
    /// Makes a copy of the database as it is at one moment; whoever writes goes on meanwhile. The copy is for this user alone, was
    /// read through and found sound, and is on the disk when this returns.
    /// </summary>
    /// <param name="path">Where; what is there is replaced.</param>
    /// <param name="cancellationToken">Ends the copying; half a copy may be left.</param>
    /// <exception cref="SqliteException">The database cannot be read.</exception>
    /// <exception cref="InvalidDataException">The copy is damaged.</exception>
    public async Task CopyAsync(string path, CancellationToken cancellationToken)
    {
        File.Delete(path);
        PrivateFiles.MakeEmpty(path);
        await using (CatalogContext context = _contexts.CreateDbContext())
        {
            await context.Database.ExecuteSqlAsync($"VACUUM INTO {path}", cancellationToken);
        }

        await CheckAsync(path, cancellationToken);
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
        file.Flush(flushToDisk: true);
    }

    /// <summary>
    /// Lets SQLite look at its tables anew, so that it finds short ways through them, and gives back to the disk what a fifth of the
    /// file or more does not need; writers wait for that. Returns the bytes that the file became smaller by.
    /// </summary>
    public async Task<long> VacuumAsync(CancellationToken cancellationToken)
    {
        long before = BytesOf(_database.FilePath);
        await _store.AloneAsync(
            async context =>
            {
                await context.Database.ExecuteSqlRawAsync("PRAGMA optimize", cancellationToken);
                double air = await context.Database.SqlQuery<double>(
                    $"SELECT 1.0 * freelist_count / page_count AS Value FROM pragma_freelist_count, pragma_page_count")
                    .SingleAsync(cancellationToken);
                if (air < WorthAVacuum)
                    return;

                await context.Database.ExecuteSqlRawAsync("VACUUM", cancellationToken);
                await context.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", cancellationToken);
            },
            cancellationToken);
        return Math.Max(0, before - BytesOf(_database.FilePath));
    }

    private static long BytesOf(string path) => File.Exists(path) ? new FileInfo(path).Length : 0;

    private static async Task CheckAsync(string path, CancellationToken cancellationToken)
    {
        var address = new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false };
        await using var connection = new SqliteConnection(address.ToString());
        await connection.OpenAsync(cancellationToken);
        await using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check(1)";
        if (await command.ExecuteScalarAsync(cancellationToken) as string is var verdict and not "ok")
            throw new InvalidDataException($"The copy of the database is damaged: {verdict}");
    }
}
