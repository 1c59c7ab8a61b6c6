using Microsoft.Extensions.Options;
using TelegramHls.Catalog.Commands;
using TelegramHls.Catalog.Model;
using TelegramHls.Catalog.Queries;

namespace TelegramHls.Bot.Access;

/// <summary>The people of the settings and of the catalogue.</summary>
internal sealed class People(IOptionsMonitor<AccessOptions> options, UserQueries queries, UserCommands commands)
{
    /// <summary>True for the people of <c>Telegram:AllowedUsers</c> and for those who were let in.</summary>
    public async Task<bool> MayUseAsync(long userId, CancellationToken cancellationToken) =>
        options.CurrentValue.AllowedUsers.Contains(userId) || await queries.FindAsync(userId, cancellationToken) is not null;

    /// <summary>True for the first of <c>Telegram:AllowedUsers</c>, or for whoever paired with the code.</summary>
    public async Task<bool> IsOwnerAsync(long userId, CancellationToken cancellationToken) =>
        options.CurrentValue.AllowedUsers is [var first, ..]
            ? first == userId
            : await queries.FindAsync(userId, cancellationToken) is { Role: UserRole.Owner };

    /// <summary>The owner's Telegram user id: of the settings, else whoever paired; null while nobody owns the bot.</summary>
    public async Task<long?> FindOwnerAsync(CancellationToken cancellationToken) =>
        options.CurrentValue.AllowedUsers is [var first, ..]
            ? first
            : (await queries.ListAsync(cancellationToken)).FirstOrDefault(user => user.Role == UserRole.Owner)?.Id;

    /// <summary>Makes the person the owner; false when somebody else was faster.</summary>
    public Task<bool> TryBecomeOwnerAsync(long userId, string name, CancellationToken cancellationToken) =>
        commands.TryBecomeOwnerAsync(userId, name, cancellationToken);
}
