using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;

namespace TelegramHls.Bot.Access.SignIn;

/// <summary>
/// Lets nobody but the owner to <see cref="OperatorPages"/>, also where an endpoint below them forgot to ask for it, and ends answers
/// that last when their sign-in ends.
/// </summary>
internal sealed class OperatorGate(RequestDelegate next, IAuthorizationService authorization, SignInStamp stamp, OpenRequests requests)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (!OperatorPages.Hold(context.Request.Path))
        {
            await next(context);
            return;
        }

        // As ASP.NET wants it of pages with forms; it would say so in the log at each of them.
        context.Response.Headers.CacheControl = "no-cache, no-store";
        AuthorizationResult result = await authorization.AuthorizeAsync(context.User, SignInServices.OperatorPolicy);
        if (!result.Succeeded)
        {
            await context.ChallengeAsync();
            return;
        }

        using IDisposable entered = requests.Enter(OperatorIdentity.SessionOf(context.User) ?? string.Empty, out CancellationToken ended);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, ended);

        // Looked at again now that the request is counted in: whoever signed out in between would not have ended it.
        if (OperatorIdentity.StampOf(context.User) != await stamp.CurrentAsync(context.RequestAborted))
        {
            await context.ChallengeAsync();
            return;
        }

        CancellationToken before = context.RequestAborted;
        context.RequestAborted = both.Token;
        try
        {
            await next(context);
        }
        finally
        {
            context.RequestAborted = before;
        }
    }
}
