namespace TelegramHls.Bot.Dashboard.Acting;

/// <summary>How far an action on many jobs is.</summary>
/// <param name="Action">What is done.</param>
/// <param name="Done">Jobs so far, with those that stayed as they were.</param>
/// <param name="Total">Jobs in all.</param>
public sealed record BulkProgress(JobAction Action, int Done, int Total);
