namespace TelegramHls.Bot.Hosting;

/// <summary>Events 6000 to 6099.</summary>
internal static partial class Log
{
    [LoggerMessage(6000, LogLevel.Debug, "{Method} {Route} answered {Status} in {Milliseconds:0.0} ms")]
    public static partial void RequestServed(ILogger logger, string method, string route, int status, double milliseconds);

    [LoggerMessage(6001, LogLevel.Information, "Listening on {Urls}; links begin with {PublicUrl}; data lies in {Directory}")]
    public static partial void Started(ILogger logger, string urls, string publicUrl, string directory);


    [LoggerMessage(6003, LogLevel.Error, "{Loop} failed and begins again")]
    public static partial void LoopFailed(ILogger logger, Exception error, string loop);
}
