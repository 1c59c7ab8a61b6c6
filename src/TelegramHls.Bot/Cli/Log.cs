namespace TelegramHls.Bot.Cli;

/// <summary>Events 6300 to 6399.</summary>
internal static partial class Log
{
    [LoggerMessage(6300, LogLevel.Error, "The sample film could not be sent")]
    public static partial void SampleFailed(ILogger logger, Exception error);

    [LoggerMessage(6301, LogLevel.Debug, "{Errand} was done for the command line")]
    public static partial void ErrandDone(ILogger logger, string errand);

    [LoggerMessage(6302, LogLevel.Error, "{Errand}, asked for by the command line, failed")]
    public static partial void ErrandFailed(ILogger logger, Exception error, string errand);

    [LoggerMessage(6303, LogLevel.Debug, "A command went away: {Reason}")]
    public static partial void CallerLost(ILogger logger, string reason);
}
