using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using TelegramHls.Core.Ids;

namespace TelegramHls.Bot.Access.SignIn;

/// <summary>What the cookie says of the signed-in owner.</summary>
internal static class OperatorIdentity
{
    private const string StampClaim = "stamp";
    private const string SessionClaim = "session";
    private const int SessionLength = 22;

    /// <summary>A new sign-in of that user.</summary>
    public static ClaimsPrincipal New(long user, string stamp) => new(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.NameIdentifier, user.ToString(CultureInfo.InvariantCulture)),
            new Claim(StampClaim, stamp),
            new Claim(SessionClaim, Base62.Random(SessionLength)),
        ],
        CookieAuthenticationDefaults.AuthenticationScheme));

    /// <summary>Telegram user id; null for nobody.</summary>
    public static long? UserOf(ClaimsPrincipal principal) =>
        long.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), CultureInfo.InvariantCulture, out long user) ? user : null;

    /// <summary>The stamp at sign-in; null for nobody.</summary>
    public static string? StampOf(ClaimsPrincipal principal) => principal.FindFirstValue(StampClaim);

    /// <summary>Which sign-in it is; null for nobody.</summary>
    public static string? SessionOf(ClaimsPrincipal principal) => principal.FindFirstValue(SessionClaim);
}
