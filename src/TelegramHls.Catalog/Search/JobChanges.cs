using TelegramHls.Core.Ids;

namespace TelegramHls.Catalog.Search;

/// <summary>What has changed since another moment.</summary>
/// <param name="LastLine">Number of the last line of history; grows.</param>
/// <param name="LastAction">Number of the last line of the audit; grows.</param>
/// <param name="Jobs">Jobs with a new line, and those that run; some of them where they are very many.</param>
public sealed record JobChanges(long LastLine, long LastAction, IReadOnlyList<JobId> Jobs);
