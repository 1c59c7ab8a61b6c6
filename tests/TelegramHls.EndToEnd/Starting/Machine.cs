using System.Diagnostics;
using TelegramHls.Testing;

namespace TelegramHls.EndToEnd.Starting;

/// <summary>A machine as a script of ours sees it: of the real one only the named tools, the rest are stand-ins.</summary>
internal sealed class Machine : IDisposable
{
    private static readonly string[] RealTools =
        ["bash", "dirname", "grep", "sed", "awk", "tail", "cat", "mktemp", "rm", "mkdir", "touch", "env"];

    private readonly TempDirectory _directory = new();

    public Machine()
    {
        Directory.CreateDirectory(Tools);
        foreach (string tool in RealTools)
        {
            string real = new[] { "/usr/bin", "/bin" }.Select(folder => Path.Combine(folder, tool)).First(File.Exists);
            File.CreateSymbolicLink(Path.Combine(Tools, tool), real);
        }

        Have("dotnet", "echo '10.0.100 [/usr/share/dotnet/sdk]'");
        Have("ldconfig", "echo 'libsqlite3.so.0 => /lib/libsqlite3.so.0'");
        Have("id", "echo 0");
        Have("npm", "true");
        Have("df", "echo head; echo '/dev/x 1 1 99999999 1% /'");
        Have("ffprobe", "true");
        Have("ffmpeg", FFmpeg("5.1.9", "libx264"));
    }

    private string Tools => _directory.File("bin");

    public static string FFmpeg(string version, string encoder) =>
        $"[ \"$1\" = -version ] && echo 'ffmpeg version {version} Copyright' || echo ' V..... {encoder} H.264'";

    /// <summary>Puts a program there that runs these lines of bash, in place of what was there.</summary>
    public void Have(string name, string lines)
    {
        string path = Path.Combine(Tools, name);
        File.Delete(path);
        File.WriteAllText(path, $"#!{Path.Combine(Tools, "bash")}\n{lines}\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public void Lack(string name) => File.Delete(Path.Combine(Tools, name));

    /// <summary>Runs a script of <c>eng/</c>; returns its exit code and everything it said.</summary>
    public async Task<(int Code, string Said)> RunAsync(string script, params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(Tools, "bash"))
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = BotProcess.Root,
        };
        start.ArgumentList.Add(Path.Combine(BotProcess.Root, "eng", script));
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["PATH"] = Tools;
        start.Environment["TMPDIR"] = _directory.Path;
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output + await errors);
    }

    public void Dispose() => _directory.Dispose();
}
