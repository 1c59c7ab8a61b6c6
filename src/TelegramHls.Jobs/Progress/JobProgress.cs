using TelegramHls.Core.Ids;

namespace TelegramHls.Jobs.Progress;

/// <summary>How far a running step is.</summary>
/// <param name="Job">The job.</param>
/// <param name="Step">The step.</param>
/// <param name="Done">So much is done, in the unit of <paramref name="Total"/>.</param>
/// <param name="Total">So much there is to do; null when unknown.</param>
/// <param name="Detail">In words for people; null when there is nothing to say.</param>
public sealed record JobProgress(JobId Job, string Step, double Done, double? Total, string? Detail);
