using System.Reflection;

namespace TelegramHls.Bot.Health;

/// <summary>The version of the program.</summary>
internal static class BuildVersion
{
    private const int HashShown = 7;

    /// <summary><c>0.1.0+4c1df05</c>: as the build wrote it, with the head of the commit's hash.</summary>
    public static string Text { get; } = Shorten(
        typeof(BuildVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown");

    private static string Shorten(string version) =>
        version.IndexOf('+', StringComparison.Ordinal) is >= 0 and var plus ? version[..Math.Min(version.Length, plus + 1 + HashShown)] : version;
}
