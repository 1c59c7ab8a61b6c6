using TelegramHls.Core.Ids;

namespace TelegramHls.Bot.Dashboard.Acting;

/// <summary>One action on several jobs.</summary>
/// <param name="Who">Who wants it, for the audit.</param>
/// <param name="Action">What.</param>
/// <param name="Jobs">With which.</param>
internal sealed record BulkOrder(string Who, JobAction Action, IReadOnlyList<JobId> Jobs);
