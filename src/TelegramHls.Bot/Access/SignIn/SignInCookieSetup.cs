using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;

namespace TelegramHls.Bot.Access.SignIn;

/// <summary>The cookie of whoever is signed in: how long it lasts, when it is worth nothing any more, what is answered without it.</summary>
internal sealed class SignInCookieSetup(SignInCookie cookie, SignInStamp stamp, People people, TimeProvider clock)
    : IConfigureNamedOptions<CookieAuthenticationOptions>
{
    /// <summary>Since the last visit.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    public void Configure(CookieAuthenticationOptions options) =>
        Configure(CookieAuthenticationDefaults.AuthenticationScheme, options);

    public void Configure(string? name, CookieAuthenticationOptions options)
    {
        options.Cookie = cookie.Named("telegramhls");
        options.ExpireTimeSpan = Lifetime;
        options.SlidingExpiration = true;
        options.TimeProvider = clock;
        options.Events.OnValidatePrincipal = ValidateAsync;
        options.Events.OnRedirectToLogin = Refuse;
        options.Events.OnRedirectToAccessDenied = Refuse;
    }

    /// <summary>Ends with "sign out everywhere", and when another person became the owner.</summary>
    private async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        CancellationToken cancellationToken = context.HttpContext.RequestAborted;
        if (context.Principal is not { } principal
            || OperatorIdentity.StampOf(principal) != await stamp.CurrentAsync(cancellationToken)
            || OperatorIdentity.UserOf(principal) is not { } user
            || !await people.IsOwnerAsync(user, cancellationToken))
        {
            context.RejectPrincipal();
        }
    }

    /// <summary>A person who opens a page is told how to sign in; a script or a program is only refused.</summary>
    private static Task Refuse(RedirectContext<CookieAuthenticationOptions> context)
    {
        HttpRequest request = context.Request;
        bool isPage = (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
        if (isPage)
        {
            context.Response.Redirect(SignInEndpoints.Address);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }

        return Task.CompletedTask;
    }
}
