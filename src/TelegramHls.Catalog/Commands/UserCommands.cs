using Microsoft.EntityFrameworkCore;
using TelegramHls.Catalog.Database;
using TelegramHls.Catalog.Model;
using TelegramHls.Catalog.Rows;

namespace TelegramHls.Catalog.Commands;

/// <summary>Lets people in.</summary>
public sealed class UserCommands
{
    private readonly CatalogStore _store;
    private readonly TimeProvider _clock;

    internal UserCommands(CatalogStore store, TimeProvider clock) => (_store, _clock) = (store, clock);

    /// <summary>Lets the person in, or renews the name of one who is in already (the role stays).</summary>
    public Task<User> UpsertAsync(long id, string name, UserRole role, CancellationToken cancellationToken) =>
        _store.WriteAsync(
            async context =>
            {
                UserRow? row = await context.Users.FindAsync([id], cancellationToken);
                if (row is null)
                {
                    row = new UserRow { Id = id, Role = role, Name = name, CreatedAt = _clock.GetUtcNow() };
                    context.Users.Add(row);
                }

                row.Name = name;
                return row.ToUser();
            },
            cancellationToken);

    /// <summary>Gives the person another role; false when nobody of that id is in.</summary>
    public Task<bool> SetRoleAsync(long id, UserRole role, CancellationToken cancellationToken) =>
        _store.WriteAsync(
            async context => await context.Users.Where(row => row.Id == id).ExecuteUpdateAsync(
                set => set.SetProperty(row => row.Role, role), cancellationToken) > 0,
            cancellationToken);

    /// <summary>
    /// Makes the person the owner if there is none yet, in one transaction: of two with the code at once, one wins.
    /// </summary>
    public Task<bool> TryBecomeOwnerAsync(long id, string name, CancellationToken cancellationToken) =>
        _store.WriteAsync(
            async context =>
            {
                if (await context.Users.AnyAsync(row => row.Role == UserRole.Owner, cancellationToken))
                    return false;

                UserRow? row = await context.Users.FindAsync([id], cancellationToken);
                if (row is null)
                {
                    row = new UserRow { Id = id, Name = name, CreatedAt = _clock.GetUtcNow() };
                    context.Users.Add(row);
                }

                row.Name = name;
                row.Role = UserRole.Owner;
                return true;
            },
            cancellationToken);
}
