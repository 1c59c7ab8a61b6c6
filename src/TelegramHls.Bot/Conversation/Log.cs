namespace TelegramHls.Bot.Conversation;

/// <summary>Events 6200 to 6299.</summary>
internal static partial class Log
{
    [LoggerMessage(6200, LogLevel.Information, "Reading messages as @{Username}")]
    public static partial void Polling(ILogger logger, string? username);

    [LoggerMessage(6201, LogLevel.Warning, "Messages cannot be read now: {Reason}; next try in {Seconds} s")]
    public static partial void PollingFailed(ILogger logger, string reason, double seconds);

    [LoggerMessage(6202, LogLevel.Error, "Update {Number} could not be handled, attempt {Attempt}")]
    public static partial void HandlingFailed(ILogger logger, Exception error, long number, int attempt);

    [LoggerMessage(6203, LogLevel.Information, "A stranger (user {UserId}) was turned away")]
    public static partial void StrangerTurnedAway(ILogger logger, long userId);

    [LoggerMessage(6204, LogLevel.Warning, "Chat {ChatId} cannot be written to: {Reason}")]
    public static partial void ChatUnreachable(ILogger logger, long chatId, string reason);

    [LoggerMessage(6205, LogLevel.Warning, "The message about video {VideoId} could not be sent: {Reason}; next try in {Seconds} s")]
    public static partial void ProgressDelayed(ILogger logger, string videoId, string reason, double seconds);

    [LoggerMessage(6206, LogLevel.Error, "A button tapped by user {UserId} could not be handled")]
    public static partial void TapFailed(ILogger logger, Exception error, long userId);

    [LoggerMessage(6207, LogLevel.Debug, "A tap was not answered: {Reason}")]
    public static partial void TapUnanswered(ILogger logger, string reason);

    [LoggerMessage(6212, LogLevel.Warning, "A notice could not be sent to the owner: {Reason}")]
    public static partial void NoticeDelayed(ILogger logger, string reason);

    [LoggerMessage(6208, LogLevel.Warning, "Telegram does not take the menu of commands: {Reason}")]
    public static partial void MenuRefused(ILogger logger, string reason);
}
