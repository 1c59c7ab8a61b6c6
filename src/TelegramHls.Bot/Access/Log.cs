namespace TelegramHls.Bot.Access;

/// <summary>Events 6100 to 6199.</summary>
internal static partial class Log
{
    [LoggerMessage(6100, LogLevel.Warning, "Nobody owns this bot yet: the pairing code stands on standard output. Or set Telegram__AllowedUsers__0")]
    public static partial void PairingOpen(ILogger logger);

    [LoggerMessage(6101, LogLevel.Information, "User {UserId} is now the owner")]
    public static partial void Paired(ILogger logger, long userId);
}
