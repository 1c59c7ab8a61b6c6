namespace TelegramHls.Storage.Cache.Shelves;

/// <summary>The cache has room for a part neither on disk nor in memory; no way to its bytes is to blame.</summary>
internal sealed class NoRoomException()
    : IOException("The cache is full of parts that are being read, and no more can be read beside it.");
