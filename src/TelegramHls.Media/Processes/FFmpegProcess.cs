using System.ComponentModel;
using System.Diagnostics;

namespace TelegramHls.Media.Processes;

/// <summary>One run of ffmpeg: its output as a stream, its log line by line, its exit code; killed when disposed.</summary>
internal sealed class FFmpegProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Task _log;

    private FFmpegProcess(Process process, Action<string> onLogLine)
    {
        _process = process;
        Id = process.Id;
        Output = process.StandardOutput.BaseStream;
        _log = ReadLogAsync(process.StandardError, onLogLine);
    }

    /// <summary>The process id.</summary>
    public int Id { get; }

    /// <summary>Standard output; ffmpeg waits while nobody reads.</summary>
    public Stream Output { get; }

    /// <summary>Starts the program with these arguments, each passed as it is.</summary>
    /// <exception cref="System.ComponentModel.Win32Exception">It does not start.</exception>
    public static FFmpegProcess Start(string program, IEnumerable<string> arguments, Action<string> onLogLine)
    {
        var start = new ProcessStartInfo(program)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        // Our own settings, bot tokens among them, are no business of a program that reads strangers' files.
        foreach (string name in start.Environment.Keys.Where(name => name.Contains("__", StringComparison.Ordinal)).ToArray())
        {
            start.Environment.Remove(name);
        }

        Process process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        process.StandardInput.Close();
        return new FFmpegProcess(process, onLogLine);
    }

    /// <summary>Lets all other programs of the machine go first: viewers and uploads must not wait for an encoder.</summary>
    public void GiveWay()
    {
        try
        {
            _process.PriorityClass = ProcessPriorityClass.BelowNormal;
        }
        catch (Exception fault) when (fault is InvalidOperationException or Win32Exception && _process.HasExited)
        {
            // Its exit code tells why it ended so soon.
        }
    }

    /// <summary>Waits until it has ended and its log is read to the end; returns the exit code.</summary>
    public async Task<int> WaitAsync(CancellationToken cancellationToken)
    {
        await _process.WaitForExitAsync(cancellationToken);
        await _log.WaitAsync(cancellationToken);
        return _process.ExitCode;
    }

    /// <summary>Kills at once; a read of <see cref="Output"/> then ends.</summary>
    public void Kill()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Kill();
        await _process.WaitForExitAsync();
        await _log;
        _process.Dispose();
    }

    private static async Task ReadLogAsync(StreamReader reader, Action<string> onLogLine)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            onLogLine(line);
        }
    }
}
