namespace TelegramHls.Catalog.Audit;

/// <summary>Something that an operator did.</summary>
/// <param name="At">When.</param>
/// <param name="Who">Who, as people read it: a name with the number of the Telegram user, or the command line.</param>
/// <param name="Action">What, such as <c>retry</c>.</param>
/// <param name="Target">On what: the id of a job, the name of a recurring job; null where it concerns all.</param>
/// <param name="Detail">What else is worth knowing, such as how it ended; never a token or a key.</param>
public sealed record AuditLine(DateTimeOffset At, string Who, string Action, string? Target, string? Detail);
