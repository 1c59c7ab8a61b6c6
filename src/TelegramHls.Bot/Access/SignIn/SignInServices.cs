using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;

namespace TelegramHls.Bot.Access.SignIn;

/// <summary>How the operator signs in: a link that works once, then a cookie. Nobody is trusted for where they come from.</summary>
public static class SignInServices
{
    /// <summary>The policy of pages and actions that are the owner's alone.</summary>
    public const string OperatorPolicy = "Operator";

    /// <summary>Adds links, cookies and the policy.</summary>
    public static IServiceCollection AddSignIn(this IServiceCollection services)
    {
        services.AddSingleton<SignInLinks>();
        services.AddSingleton<SignInStamp>();
        services.AddSingleton<OpenRequests>();
        services.AddSingleton<SignInCookie>();
        services.AddSingleton<WrongLinks>();
        services.AddSingleton<SignOut>();
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie();
        services.AddSingleton<IConfigureOptions<CookieAuthenticationOptions>, SignInCookieSetup>();
        services.AddAuthorizationBuilder().AddPolicy(OperatorPolicy, policy => policy.RequireAuthenticatedUser());
        services.AddAntiforgery();
        services.AddOptions<AntiforgeryOptions>().Configure<SignInCookie>((antiforgery, cookie) =>
            antiforgery.Cookie = cookie.Named("telegramhls-form"));
        return services;
    }

    /// <summary>Finds out who asks, and keeps everybody but the owner from <see cref="OperatorPages"/>.</summary>
    public static void UseSignIn(this WebApplication app)
    {
        app.UseAuthentication();
        app.UseMiddleware<OperatorGate>();
        app.UseAuthorization();
    }

    /// <summary>Maps the pages of signing in and out.</summary>
    public static void MapSignIn(this IEndpointRouteBuilder routes) => SignInEndpoints.Map(routes);
}
