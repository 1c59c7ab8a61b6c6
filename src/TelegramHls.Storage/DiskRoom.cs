namespace TelegramHls.Storage;

/// <summary>The disk below the cache. Registered by the host; without it only the cache's own budget counts.</summary>
/// <param name="SpareBytes">Free bytes above the floor that has to stay free; negative below it.</param>
public sealed record DiskRoom(Func<long> SpareBytes);
