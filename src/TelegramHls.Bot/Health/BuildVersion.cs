using System.Reflection;

namespace TelegramHls.Bot.Health;

/// <summary>The version of the program.</summary>
internal static class BuildVersion
{
    /// <summary>As the build wrote it.</summary>
    public static string Text { get; } =
        typeof(BuildVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
}
