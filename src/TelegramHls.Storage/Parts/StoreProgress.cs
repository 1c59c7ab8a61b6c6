namespace TelegramHls.Storage.Parts;

/// <summary>How far a stored file has come.</summary>
/// <param name="Bytes">Bytes in committed parts.</param>
/// <param name="Parts">Committed parts.</param>
public sealed record StoreProgress(long Bytes, int Parts);
