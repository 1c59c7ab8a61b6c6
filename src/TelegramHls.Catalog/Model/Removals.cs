namespace TelegramHls.Catalog.Model;

/// <summary>Messages that nobody needs any more.</summary>
/// <param name="Waiting">Still to be deleted or emptied.</param>
/// <param name="Reason">Why the one that was tried last still stands; null when none was tried in vain.</param>
/// <param name="Emptied">Too old to be deleted by a bot: they stand there for ever, with one byte each.</param>
public sealed record Removals(int Waiting, string? Reason, int Emptied);
