namespace TelegramHls.Media.Fragments;

/// <summary>What a scan came to.</summary>
internal enum ScanResult
{
    /// <summary>All bytes were scanned; more are needed.</summary>
    More,

    /// <summary>The header has ended here.</summary>
    Header,

    /// <summary>A fragment has ended here.</summary>
    Fragment,
}
