using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace TelegramHls.Catalog.Database;

/// <summary>The two ways to work with the tables: a short read, or one transaction that writes.</summary>
internal sealed class CatalogStore(CatalogContexts contexts) : IDisposable
{
    // SQLite has one writer at a time. Ours queue here, in order and without polling; only the other user of the file
    // (the job engine's own tables) is waited for inside SQLite.
    private readonly SemaphoreSlim _writer = new(1, 1);

    public async Task<T> ReadAsync<T>(Func<CatalogContext, Task<T>> read, CancellationToken cancellationToken)
    {
        await using CatalogContext context = contexts.CreateDbContext();
        context.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        return await read(context);
    }

    /// <summary>Runs <paramref name="write"/>, saves its changes and commits; any exception rolls everything back.</summary>
    public async Task<T> WriteAsync<T>(Func<CatalogContext, Task<T>> write, CancellationToken cancellationToken)
    {
        await _writer.WaitAsync(cancellationToken);
        try
        {
            await using CatalogContext context = contexts.CreateDbContext();
            // Begins as a writer (BEGIN IMMEDIATE), so that a read before the write cannot make it fail.
            await using IDbContextTransaction transaction =
                await context.Database.BeginTransactionAsync(cancellationToken);
            T result = await write(context);
            await context.SaveChangesAsync(cancellationToken);
            // Past this point the caller gets the truth: a commit is not half cancelled.
            await transaction.CommitAsync(CancellationToken.None);
            return result;
        }
        finally
        {
            _writer.Release();
        }
    }

    public Task WriteAsync(Func<CatalogContext, Task> write, CancellationToken cancellationToken) =>
        WriteAsync(
            async context =>
            {
                await write(context);
                return true;
            },
            cancellationToken);

    /// <summary>Runs what cannot stand in a transaction while nobody of ours writes.</summary>
    public async Task AloneAsync(Func<CatalogContext, Task> run, CancellationToken cancellationToken)
    {
        await _writer.WaitAsync(cancellationToken);
        try
        {
            await using CatalogContext context = contexts.CreateDbContext();
            await run(context);
        }
        finally
        {
            _writer.Release();
        }
    }

    public void Dispose() => _writer.Dispose();
}
