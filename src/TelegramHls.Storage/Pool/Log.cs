using Microsoft.Extensions.Logging;

namespace TelegramHls.Storage.Pool;

/// <summary>Events 2100 to 2199.</summary>
internal static partial class Log
{
    [LoggerMessage(2100, LogLevel.Debug, "Bot {Bot} stored {Name} ({Bytes} bytes) in {Chat} as message {Message}")]
    public static partial void Stored(this ILogger logger, long bot, string name, int bytes, long chat, int message);

    [LoggerMessage(2101, LogLevel.Information, "Bot {Bot} must not send to {Chat} before {Until}")]
    public static partial void Throttled(this ILogger logger, long bot, string chat, DateTimeOffset until);

    [LoggerMessage(2102, LogLevel.Error, "Bot {Bot} is out for {Chat}: {Reason}")]
    public static partial void WentOut(this ILogger logger, long bot, string chat, string reason);

    [LoggerMessage(2103, LogLevel.Information, "Bot {Bot} is back for {Chat}")]
    public static partial void CameBack(this ILogger logger, long bot, string chat);

    [LoggerMessage(2104, LogLevel.Warning, "Bot {Bot}: the answer to the send of {Name} was lost, it is sent again: {Reason}")]
    public static partial void AnswerLost(this ILogger logger, long bot, string name, string reason);

    [LoggerMessage(2106, LogLevel.Error, "The changed settings of the storage bots do not fit; the old ones stay. {Reason}")]
    public static partial void SettingsKept(this ILogger logger, string reason);

    [LoggerMessage(2107, LogLevel.Information, "Bot {Bot} joins the pool and stores in {Chat}")]
    public static partial void Joined(this ILogger logger, long bot, string chat);

    [LoggerMessage(2108, LogLevel.Information, "Bot {Bot} leaves the pool: nothing new goes to {Chat}, what it stored is still read")]
    public static partial void Retired(this ILogger logger, long bot, string chat);

    [LoggerMessage(2109, LogLevel.Debug, "Bot {Bot} kept the original {Name} ({Bytes} bytes) in {Chat} as message {Message}")]
    public static partial void OriginalKept(this ILogger logger, long bot, string name, int bytes, long chat, int message);

    [LoggerMessage(2110, LogLevel.Warning, "What people send is not kept as it was sent: {Trouble}. Make it an administrator of one, or set Storage__KeepOriginal=false")]
    public static partial void OriginalsNotKept(this ILogger logger, string trouble);

    [LoggerMessage(2111, LogLevel.Information, "What people send is kept as it was sent again")]
    public static partial void OriginalsKept(this ILogger logger);

    [LoggerMessage(2105, LogLevel.Warning, "Bot {Bot}: the send of {Name} was refused: {Reason}")]
    public static partial void Refused(this ILogger logger, long bot, string name, string reason);
}
