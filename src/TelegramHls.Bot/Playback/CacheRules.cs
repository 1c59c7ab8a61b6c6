namespace TelegramHls.Bot.Playback;

/// <summary>How long a player may keep what it was given; never anybody between us and it.</summary>
internal static class CacheRules
{
    /// <summary>Under an address that changes with the bytes.</summary>
    public const string ForEver = "private, max-age=31536000, immutable";

    /// <summary>Until it changes.</summary>
    public const string Revalidate = "private, no-cache";

    /// <summary>For ever under an address that names the bytes that are there now, else until they change.</summary>
    /// <param name="asked">The <c>v</c> of the address; null without one.</param>
    /// <param name="tag">What it is for the bytes that are there now.</param>
    public static string For(string? asked, string tag) => asked == tag ? ForEver : Revalidate;
}
