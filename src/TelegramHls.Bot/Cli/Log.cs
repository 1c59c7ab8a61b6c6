namespace TelegramHls.Bot.Cli;

/// <summary>Events 6300 to 6399.</summary>
internal static partial class Log
{
    [LoggerMessage(6300, LogLevel.Error, "The sample film could not be sent")]
    public static partial void SampleFailed(ILogger logger, Exception error);
}
