using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http.HttpResults;
using TelegramHls.Bot.Dashboard;
using TelegramHls.Bot.Web;
using TelegramHls.Bot.Web.Pages;
using TelegramHls.Catalog.Audit;

namespace TelegramHls.Bot.Access.SignIn;

/// <summary>
/// <c>/sign-in</c>: how to, or how to sign out; <c>/sign-in/{code}</c>: a page with a button, since previews of messengers fetch links;
/// <c>/sign-out</c> and <c>/sign-out/everywhere</c>.
/// </summary>
internal static class SignInEndpoints
{
    public const string Address = "/sign-in";
    public const string OutAddress = "/sign-out";
    public const string EverywhereAddress = "/sign-out/everywhere";

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapMethods(Address, Reading, Account);
        routes.MapMethods($"{Address}/{{code}}", Reading, Ask);

        // The code is what keeps other sites from posting this, and more of a secret than a form's token.
        routes.MapPost($"{Address}/{{code}}", UseAsync);
        routes.MapPost(OutAddress, OutAsync).RequireFormToken();
        routes.MapPost(EverywhereAddress, EverywhereAsync).RequireFormToken().RequireAuthorization(SignInServices.OperatorPolicy);
    }

    private static RazorComponentResult<AccountPage> Account(HttpContext context)
    {
        NotKept(context);
        return PageResults.Of<AccountPage>(new()
        {
            [nameof(AccountPage.IsSignedIn)] = OperatorIdentity.UserOf(context.User) is not null,
        });
    }

    private static IResult Ask(string code, HttpContext context, SignInLinks links, WrongLinks wrong, SignInCookie cookie)
    {
        NotKept(context);
        SignInLinkState state = links.Look(code);
        return state == SignInLinkState.Open
            ? PageResults.Of<SignInPage>(new()
            {
                [nameof(SignInPage.Action)] = context.Request.Path.Value,
                [nameof(SignInPage.IsSafe)] = cookie.IsSafe(context.Request),
            })
            : Refuse(state, context, wrong);
    }

    private static async Task<IResult> UseAsync(
        string code,
        HttpContext context,
        SignInLinks links,
        WrongLinks wrong,
        SignInStamp stamp,
        People people,
        Operators operators,
        AuditCommands audit,
        ILogger<SignInLinks> logger)
    {
        NotKept(context);

        // Before the link is used up: who signs out everywhere meanwhile ends this sign-in, too.
        string word = await stamp.CurrentAsync(context.RequestAborted);
        SignInLinkState state = links.Look(code);
        if (links.Use(code) is not { } user || !await people.IsOwnerAsync(user, context.RequestAborted))
        {
            return Refuse(state == SignInLinkState.Open ? SignInLinkState.Used : state, context, wrong);
        }

        context.User = OperatorIdentity.New(user, word);
        await context.SignInAsync(
            CookieAuthenticationDefaults.AuthenticationScheme, context.User, new AuthenticationProperties { IsPersistent = true });
        Log.SignedIn(logger, user, context.Connection.RemoteIpAddress);
        string from = $"from {context.Connection.RemoteIpAddress}";
        await audit.WriteAsync(await operators.NameAsync(context), "sign in", target: null, from, CancellationToken.None);
        return Results.LocalRedirect(OperatorPages.Start);
    }

    private static async Task<IResult> OutAsync(HttpContext context, SignOut signOut)
    {
        if (OperatorIdentity.SessionOf(context.User) is { } session)
        {
            await signOut.HereAsync(session);
        }

        await context.SignOutAsync();
        return Results.LocalRedirect(Address);
    }

    private static async Task<IResult> EverywhereAsync(HttpContext context, SignOut signOut, Operators operators)
    {
        await signOut.EverywhereAsync(await operators.NameAsync(context), CancellationToken.None);
        await context.SignOutAsync();
        return Results.LocalRedirect(Address);
    }

    private static RazorComponentResult<MessagePage> Refuse(SignInLinkState state, HttpContext context, WrongLinks wrong)
    {
        if (!wrong.TryNote(context.Connection.RemoteIpAddress, state))
        {
            context.Response.Headers.RetryAfter = "60";
            return PageResults.Message(
                StatusCodes.Status429TooManyRequests, "Too many wrong links", $"Wait a minute. {SignInPage.How}");
        }

        (int code, string heading, string why) = state switch
        {
            SignInLinkState.Used => (StatusCodes.Status410Gone, "This link was used", "Each link signs in once."),
            SignInLinkState.Expired => (StatusCodes.Status410Gone, "This link is too old", "Links work for five minutes."),
            _ => (StatusCodes.Status404NotFound, "This link does not work", "It is not of this server, or the server was restarted since."),
        };
        return PageResults.Message(code, heading, $"{why} {SignInPage.How}");
    }

    private static void NotKept(HttpContext context) => context.Response.Headers.CacheControl = "no-store";
}
