namespace TelegramHls.Storage.Tests.Kit;

/// <summary>The repository that this was built from.</summary>
internal static class SourceTree
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string directory) =>
        File.Exists(Path.Combine(directory, "TelegramHls.Bot.sln")) ? directory : Find(Path.GetDirectoryName(directory)!);
}
