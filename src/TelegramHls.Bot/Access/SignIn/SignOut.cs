namespace TelegramHls.Bot.Access.SignIn;

/// <summary>Ends sign-ins, with the answers that are still going on.</summary>
internal sealed class SignOut(SignInStamp stamp, SignInLinks links, OpenRequests requests, ILogger<SignOut> logger)
{
    /// <summary>Every cookie and every open link is worth nothing from now on.</summary>
    public async Task EverywhereAsync(CancellationToken cancellationToken)
    {
        await stamp.ChangeAsync(cancellationToken);
        links.Clear();
        await requests.EndAsync(session: null);
        Log.SignedOutEverywhere(logger);
    }

    /// <summary>Other windows of the same browser show nothing new any more.</summary>
    public Task HereAsync(string session) => requests.EndAsync(session);
}
