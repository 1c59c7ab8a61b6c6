using Microsoft.Extensions.Logging;
using TelegramHls.Core.Ids;

namespace TelegramHls.Jobs;

internal static partial class Log
{
    [LoggerMessage(4000, LogLevel.Warning, "An attempt at job {Job} failed.")]
    public static partial void AttemptFailed(ILogger logger, Exception cause, JobId job);

    [LoggerMessage(4001, LogLevel.Warning, "Job {Job} is given up: {Reason}")]
    public static partial void GivenUp(ILogger logger, JobId job, string reason);

    [LoggerMessage(4002, LogLevel.Error, "What follows the end of an attempt at job {Job} failed.")]
    public static partial void CallbackFailed(ILogger logger, Exception cause, JobId job);

    [LoggerMessage(4003, LogLevel.Error, "The state of job {Job} could not be kept; it is looked at again later.")]
    public static partial void LedgerFailed(ILogger logger, Exception cause, JobId job);

    [LoggerMessage(4004, LogLevel.Information, "Attempt {Attempt} at job {Job} begins at step {Step}.")]
    public static partial void Begun(ILogger logger, int attempt, JobId job, string? step);

    [LoggerMessage(4005, LogLevel.Error, "The engine could not look after its jobs; it tries again.")]
    public static partial void LookFailed(ILogger logger, Exception cause);

    [LoggerMessage(4006, LogLevel.Information, "Step {Step} of job {Job} took {Seconds:0.000} s.")]
    public static partial void StepDone(ILogger logger, string step, JobId job, double seconds);

    [LoggerMessage(4007, LogLevel.Warning, "Job {Job} is parked at step {Step}. {Lack} ({Cause})")]
    public static partial void Parked(ILogger logger, JobId job, string? step, string lack, string cause);
}
