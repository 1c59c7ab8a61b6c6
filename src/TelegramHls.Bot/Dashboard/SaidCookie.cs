using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace TelegramHls.Bot.Dashboard;

/// <summary>Carries how an action ended over the redirect to the next page: a cookie of one reading that nobody else can write.</summary>
internal sealed class SaidCookie(IDataProtectionProvider protection)
{
    private const string Name = "telegramhls-said";
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(1);

    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector(Name).ToTimeLimitedDataProtector();

    public void Say(HttpContext context, Said said) => context.Response.Cookies.Append(
        Name, _protector.Protect(JsonSerializer.Serialize(said), Lifetime), Options(context));

    /// <summary>What was said, once; null for nothing.</summary>
    public Said? Take(HttpContext context)
    {
        if (context.Request.Cookies[Name] is not { } cookie)
        {
            return null;
        }

        context.Response.Cookies.Delete(Name, Options(context));
        try
        {
            return JsonSerializer.Deserialize<Said>(_protector.Unprotect(cookie));
        }
        catch (CryptographicException)
        {
            // Of another run or too old: it has been said, or does not matter any more.
            return null;
        }
    }

    private static CookieOptions Options(HttpContext context) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = context.Request.IsHttps,
        MaxAge = Lifetime,
    };
}
