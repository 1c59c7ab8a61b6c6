using System.Net;
using TelegramHls.Bot.Access.SignIn;

namespace TelegramHls.Bot.Access;

/// <summary>Events 6100 to 6199.</summary>
internal static partial class Log
{
    [LoggerMessage(6100, LogLevel.Warning, "Nobody owns this bot yet: the pairing code stands on standard output. Or set Telegram__AllowedUsers__0")]
    public static partial void PairingOpen(ILogger logger);

    [LoggerMessage(6101, LogLevel.Information, "User {UserId} is now the owner")]
    public static partial void Paired(ILogger logger, long userId);

    [LoggerMessage(6102, LogLevel.Information, "A sign-in link was made for user {UserId}")]
    public static partial void LinkMade(ILogger logger, long userId);

    [LoggerMessage(6103, LogLevel.Information, "User {UserId} signed in from {Address}")]
    public static partial void SignedIn(ILogger logger, long userId, IPAddress? address);

    [LoggerMessage(6104, LogLevel.Warning, "A sign-in link that does not work ({State}) was opened from {Address}")]
    public static partial void WrongLink(ILogger logger, SignInLinkState state, IPAddress address);

    [LoggerMessage(6105, LogLevel.Information, "Everybody was signed out")]
    public static partial void SignedOutEverywhere(ILogger logger);
}
