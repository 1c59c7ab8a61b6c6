using System.Globalization;
using TelegramHls.Bot.Access.SignIn;
using TelegramHls.Catalog.Model;
using TelegramHls.Catalog.Queries;

namespace TelegramHls.Bot.Dashboard;

/// <summary>People as pages and the audit name them.</summary>
public sealed class Operators(UserQueries users)
{
    /// <summary>Who asks: a name with the number of the Telegram user, or the number alone.</summary>
    public async Task<string> NameAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (OperatorIdentity.UserOf(context.User) is not { } id)
        {
            return "nobody";
        }

        User? user = await users.FindAsync(id, context.RequestAborted);
        return user is null ? $"user {id}" : $"{user.Name} ({id})";
    }

    /// <summary>Names by the owner of jobs, for those that have one.</summary>
    internal async Task<IReadOnlyDictionary<string, string>> NamesAsync(CancellationToken cancellationToken) =>
        (await users.ListAsync(cancellationToken)).ToDictionary(
            user => user.Id.ToString(CultureInfo.InvariantCulture), user => user.Name);
}
