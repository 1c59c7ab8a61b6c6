using Microsoft.Extensions.Logging;

namespace TelegramHls.Sandbox;

internal static partial class Log
{
    [LoggerMessage(5000, LogLevel.Information, "Sandbox listens on {Url}; nothing leaves this machine")]
    public static partial void Listening(ILogger logger, string url);

    [LoggerMessage(5001, LogLevel.Error, "Sandbox method {Method} failed: {Fault}")]
    public static partial void MethodFailed(ILogger logger, string method, string fault);

    [LoggerMessage(5002, LogLevel.Error, "Sandbox request {Route} failed")]
    public static partial void RequestFailed(ILogger logger, string route, Exception fault);
}
