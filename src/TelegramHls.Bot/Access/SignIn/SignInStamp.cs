using TelegramHls.Catalog.Commands;
using TelegramHls.Core.Ids;

namespace TelegramHls.Bot.Access.SignIn;

/// <summary>A word that every cookie carries and that is kept over restarts: once it is another one, no cookie is worth anything.</summary>
internal sealed class SignInStamp(SettingCommands settings)
{
    private const string Name = "sign-in-stamp";
    private const int Length = 22;

    private string? _current;

    /// <summary>The word of now; made when there is none.</summary>
    public async Task<string> CurrentAsync(CancellationToken cancellationToken) =>
        _current ??= await settings.GetOrAddAsync(Name, Base62.Random(Length), cancellationToken);

    /// <summary>From now on it is another one.</summary>
    public async Task ChangeAsync(CancellationToken cancellationToken)
    {
        string next = Base62.Random(Length);
        await settings.SetAsync(Name, next, cancellationToken);
        _current = next;
    }
}
