using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using TelegramHls.Catalog.Database;

namespace TelegramHls.Catalog;

/// <summary>Brings the database to the shape that this program needs. To be run once, before anything else uses it.</summary>
public sealed class CatalogMigrator
{
    private readonly CatalogDatabase _database;
    private readonly CatalogContexts _contexts;
    private readonly TimeProvider _clock;
    private readonly ILogger<CatalogMigrator> _logger;

    internal CatalogMigrator(
        CatalogDatabase database, CatalogContexts contexts, TimeProvider clock, ILogger<CatalogMigrator> logger) =>
        (_database, _contexts, _clock, _logger) = (database, contexts, clock, logger);

    /// <summary>
    /// Makes the file (0600, its directory 0700 where it is made too) or migrates the one that is there, after a
    /// consistent copy beside it. Only one process at a time may do this: the host holds the lock of the data directory.
    /// </summary>
    /// <exception cref="CatalogTooNewException">A newer program has worked on the database; nothing was changed.</exception>
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        PrivateFiles.MakeWithDirectory(_database.FilePath);
        await using CatalogContext context = _contexts.CreateDbContext();
        await context.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancellationToken);
        (int applied, string[] pending) = await CompareAsync(context, cancellationToken);
        if (pending.Length == 0)
            return;

        if (applied > 0)
            await CopyAsync(context, cancellationToken);

        // A process that was killed while it migrated leaves EF Core's lock behind, on which the next start would wait
        // for ever. The host's lock on the data directory already keeps others out.
        await context.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancellationToken);
        await context.Database.MigrateAsync(cancellationToken);
        Log.Migrated(_logger, pending.Length, pending[^1]);
    }

    /// <summary>True when the database has the shape that this program needs; looks only.</summary>
    /// <exception cref="CatalogTooNewException">A newer program has worked on it.</exception>
    public async Task<bool> IsCurrentAsync(CancellationToken cancellationToken)
    {
        await using CatalogContext context = _contexts.CreateDbContext();
        return (await CompareAsync(context, cancellationToken)).Pending.Length == 0;
    }

    private async Task<(int Applied, string[] Pending)> CompareAsync(CatalogContext context, CancellationToken cancellationToken)
    {
        string[] applied = [.. await context.Database.GetAppliedMigrationsAsync(cancellationToken)];
        string[] known = [.. context.Database.GetMigrations()];
        return applied.Except(known, StringComparer.Ordinal).LastOrDefault() is { } newer
            ? throw new CatalogTooNewException(_database.FilePath, newer)
            : (applied.Length, [.. known.Except(applied, StringComparer.Ordinal)]);
    }

    private async Task CopyAsync(CatalogContext context, CancellationToken cancellationToken)
    {
        string copy = $"{_database.FilePath}.{_clock.GetUtcNow():yyyyMMdd'T'HHmmss'Z'}.bak";
        File.Delete(copy);
        PrivateFiles.MakeEmpty(copy);
        // Reads one state of the database, whatever is in the write-ahead log; takes an empty file as its target.
        await context.Database.ExecuteSqlAsync($"VACUUM INTO {copy}", cancellationToken);
        Log.Copied(_logger, copy);
    }
}
