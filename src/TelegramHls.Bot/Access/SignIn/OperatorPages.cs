namespace TelegramHls.Bot.Access.SignIn;

/// <summary>The addresses that are the owner's alone, whatever is mapped below them.</summary>
public static class OperatorPages
{
    /// <summary>Where one begins after signing in.</summary>
    public const string Start = "/jobs";

    /// <summary>Everything at or below one of these is kept from whoever is not signed in.</summary>
    public static IReadOnlyList<string> Prefixes { get; } = [Start, "/system", "/library"];

    /// <summary>True for an address at or below one of them, in any case of letters, as routes are matched.</summary>
    public static bool Hold(PathString path) => Prefixes.Any(prefix => path.StartsWithSegments(prefix, StringComparison.OrdinalIgnoreCase));
}
