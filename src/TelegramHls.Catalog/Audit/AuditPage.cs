namespace TelegramHls.Catalog.Audit;

/// <summary>A page of what operators did.</summary>
/// <param name="Lines">The page, newest first.</param>
/// <param name="Total">How many there are on all pages.</param>
public sealed record AuditPage(IReadOnlyList<AuditLine> Lines, int Total);
