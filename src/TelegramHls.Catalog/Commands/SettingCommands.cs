using Microsoft.EntityFrameworkCore;
using TelegramHls.Catalog.Database;
using TelegramHls.Catalog.Rows;

namespace TelegramHls.Catalog.Commands;

/// <summary>Small values that outlive a restart, by name: the pairing code, the update offset of a bot.</summary>
public sealed class SettingCommands
{
    private readonly CatalogStore _store;

    internal SettingCommands(CatalogStore store) => _store = store;

    /// <summary>The value, or null when there is none.</summary>
    public Task<string?> FindAsync(string name, CancellationToken cancellationToken) =>
        _store.ReadAsync(
            context => context.Settings.Where(row => row.Name == name).Select(row => row.Value)
                .SingleOrDefaultAsync(cancellationToken),
            cancellationToken);

    /// <summary>Keeps the value; null removes it.</summary>
    public Task SetAsync(string name, string? value, CancellationToken cancellationToken) =>
        _store.WriteAsync(
            async context =>
            {
                SettingRow? row = await context.Settings.FindAsync([name], cancellationToken);
                if (value is null)
                {
                    if (row is not null)
                        context.Settings.Remove(row);
                }
                else if (row is null)
                {
                    context.Settings.Add(new SettingRow { Name = name, Value = value });
                }
                else
                {
                    row.Value = value;
                }
            },
            cancellationToken);

    /// <summary>The value that is there, or <paramref name="value"/> after keeping it, in one transaction.</summary>
    public Task<string> GetOrAddAsync(string name, string value, CancellationToken cancellationToken) =>
        _store.WriteAsync(
            async context =>
            {
                SettingRow? row = await context.Settings.FindAsync([name], cancellationToken);
                if (row is not null)
                    return row.Value;

                context.Settings.Add(new SettingRow { Name = name, Value = value });
                return value;
            },
            cancellationToken);
}
