namespace TelegramHls.Storage;

/// <summary>Where storage keeps bytes on this machine. Registered by the host.</summary>
/// <param name="Spool">Parts that wait to be stored; emptied of leftovers by the host at start.</param>
/// <param name="Cache">Parts that were read back.</param>
public sealed record StorageDirectories(string Spool, string Cache);
