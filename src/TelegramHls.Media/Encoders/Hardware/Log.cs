using Microsoft.Extensions.Logging;

namespace TelegramHls.Media.Encoders.Hardware;

/// <summary>Events 1400 to 1499.</summary>
internal static partial class Log
{
    [LoggerMessage(1400, LogLevel.Information, "Hardware: {Device} {Outcome}")]
    public static partial void Tried(ILogger logger, HardwareDevice device, string outcome);

    [LoggerMessage(1401, LogLevel.Warning, "Media:HardwareAcceleration is {Wanted}, which does not work here, so films are encoded in software: {Reasons}")]
    public static partial void Lacking(ILogger logger, HardwareAcceleration wanted, string reasons);
}
