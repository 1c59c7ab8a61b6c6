namespace TelegramHls.Bot.Playback.Companions;

/// <summary>How long a browser may keep a small file of a film.</summary>
internal static class CacheRules
{
    /// <summary>For ever under an address that changes with the bytes, else until they change.</summary>
    /// <param name="asked">The <c>v</c> of the address; null without one.</param>
    /// <param name="tag">What it is for the bytes that are there now.</param>
    public static string For(string? asked, string tag) =>
        asked == tag ? "private, max-age=31536000, immutable" : "private, no-cache";
}
