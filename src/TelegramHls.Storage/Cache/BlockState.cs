namespace TelegramHls.Storage.Cache;

/// <summary>What is known about one block of a part on disk.</summary>
internal enum BlockState : byte
{
    /// <summary>Its bytes have to be fetched.</summary>
    Missing,

    /// <summary>An earlier run of the program may have written it; its hash decides.</summary>
    Unchecked,

    /// <summary>Its SHA-256 was right; it lies in the cache.</summary>
    Good,

    /// <summary>Its SHA-256 was right in the file of a local server; it is read there.</summary>
    GoodInPlace,

    /// <summary>Its SHA-256 was right; it is held in memory for a moment, since the cache has no room.</summary>
    Passing,
}
