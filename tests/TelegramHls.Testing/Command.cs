using System.Diagnostics;

namespace TelegramHls.Testing;

/// <summary>Runs a program of the machine (ffmpeg, ffprobe, sha256sum …) whose answer a test takes as the truth.</summary>
public static class Command
{
    /// <summary>Runs to the end and returns standard output; a non-zero exit code fails the test with standard error.</summary>
    public static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using Process process = Start(program, arguments);
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? output
            : throw new InvalidOperationException(
                $"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}: {await errors}");
    }

    private static Process Start(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
    }
}
