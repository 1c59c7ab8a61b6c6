using Microsoft.Extensions.Logging;

namespace TelegramHls.Jobs.Recurring;

internal static partial class Log
{
    [LoggerMessage(4100, LogLevel.Debug, "{Name}: {Result} It took {Seconds:0.000} s.")]
    public static partial void TurnDone(ILogger logger, string name, string result, double seconds);

    [LoggerMessage(4101, LogLevel.Warning, "The recurring job {Name} failed; it is tried again at its next turn.")]
    public static partial void TurnFailed(ILogger logger, Exception cause, string name);

    [LoggerMessage(4102, LogLevel.Error, "The state of the recurring job {Name} could not be kept.")]
    public static partial void RecordFailed(ILogger logger, Exception cause, string name);

    [LoggerMessage(4103, LogLevel.Error, "The recurring jobs could not be given their turns; that is tried again.")]
    public static partial void LookFailed(ILogger logger, Exception cause);
}
