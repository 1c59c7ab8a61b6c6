using TelegramHls.Catalog.Audit;

namespace TelegramHls.Bot.Access.SignIn;

/// <summary>Ends sign-ins, with the answers that are still going on.</summary>
internal sealed class SignOut(
    SignInStamp stamp, SignInLinks links, OpenRequests requests, AuditCommands audit, ILogger<SignOut> logger)
{
    /// <summary>Every cookie and every open link is worth nothing from now on.</summary>
    /// <param name="who">For the audit.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task EverywhereAsync(string who, CancellationToken cancellationToken)
    {
        await stamp.ChangeAsync(cancellationToken);
        links.Clear();
        await requests.EndAsync(session: null);
        Log.SignedOutEverywhere(logger);
        await audit.WriteAsync(who, "sign out everywhere", target: null, detail: null, CancellationToken.None);
    }

    /// <summary>Other windows of the same browser show nothing new any more.</summary>
    public Task HereAsync(string session) => requests.EndAsync(session);
}
