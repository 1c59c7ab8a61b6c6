namespace TelegramHls.Bot.Ingest.Admit;

/// <summary>There is no room for a film at present: its job waits until there is.</summary>
/// <param name="reason">In words.</param>
internal sealed class DiskLowException(string reason) : Exception(reason);
