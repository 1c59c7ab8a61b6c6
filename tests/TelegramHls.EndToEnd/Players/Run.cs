using System.Diagnostics;

namespace TelegramHls.EndToEnd.Players;

/// <summary>Runs a player without window and sound, in a home of its own.</summary>
internal static class Run
{
    private const int Nobody = 65534;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    /// <summary>Everything that it says; the test fails when it does not end by itself.</summary>
    public static async Task<string> ToEndAsync(string home, string program, params string[] arguments)
    {
        using Process process = Start(home, program, arguments);
        using var limit = new CancellationTokenSource(Longest);
        await using CancellationTokenRegistration kill = limit.Token.Register(() => process.Kill(entireProcessTree: true));
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string said = await process.StandardOutput.ReadToEndAsync() + await errors;
        await process.WaitForExitAsync();
        return limit.IsCancellationRequested ? throw new TimeoutException($"{program} did not end: {said}") : said;
    }

    /// <summary>Starts it; VLC does not run as root, so in a container nobody does.</summary>
    public static Process Start(string home, string program, params string[] arguments)
    {
        string[] asNobody = program == "cvlc" && Environment.UserName == "root"
            ? ["setpriv", $"--reuid={Nobody}", $"--regid={Nobody}", "--clear-groups"]
            : [];
        string[] all = [.. asNobody, program, .. arguments];
        var start = new ProcessStartInfo(all[0], all[1..]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["HOME"] = home;
        start.Environment.Remove("DISPLAY");
        if (asNobody.Length > 0)
        {
            File.SetUnixFileMode(home, (UnixFileMode)0b111_111_111);
        }

        return Process.Start(start)!;
    }
}
