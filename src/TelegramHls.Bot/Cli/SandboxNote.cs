using System.Text.Json;
using TelegramHls.Bot.Hosting;

namespace TelegramHls.Bot.Cli;

/// <summary>Where a running sandbox is and which bots it has, written down for verbs that run beside it; for this user alone.</summary>
internal sealed class SandboxNote : IDisposable
{
    private const string Name = "running.json";

    private readonly string _path;

    private SandboxNote(string path) => _path = path;

    public static async Task<SandboxNote> WriteAsync(
        string directory, IReadOnlyDictionary<string, string?> settings, CancellationToken cancellationToken)
    {
        string path = Path.Combine(directory, Name);
        File.Delete(path);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        await using var file = new FileStream(path, options);
        await JsonSerializer.SerializeAsync(file, settings, cancellationToken: cancellationToken);
        return new SandboxNote(path);
    }

    /// <exception cref="SettingsException">There is none.</exception>
    public static void Read(ConfigurationManager configuration, string directory)
    {
        string path = Path.Combine(directory, Name);
        if (!File.Exists(path))
        {
            throw new SettingsException(
                "The telegramhls that works in this data directory has other settings: it is not in sandbox mode, or is starting.",
                "give this command the same settings as the server");
        }

        configuration.AddJsonFile(path, optional: false, reloadOnChange: false);
    }

    public void Dispose() => File.Delete(_path);
}
