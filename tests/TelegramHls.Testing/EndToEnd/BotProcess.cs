using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace TelegramHls.Testing.EndToEnd;

/// <summary>The published program as a process of its own, with its data in a directory that outlives it.</summary>
public sealed class BotProcess : IAsyncDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = new();

    private BotProcess(Process process, Uri url)
    {
        _process = process;
        Url = url;
        Http = new HttpClient { BaseAddress = url, Timeout = TimeSpan.FromMinutes(5) };
        process.OutputDataReceived += (_, line) => Take(line.Data);
        process.ErrorDataReceived += (_, line) => Take(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>The directory of the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Path of the published program; <c>make publish</c> builds it, <c>THLS_PROGRAM</c> names another.</summary>
    public static string Program { get; } = Environment.GetEnvironmentVariable("THLS_PROGRAM")
        ?? Path.Combine(Root, "artifacts", "telegramhls", "telegramhls");

    public Uri Url { get; }

    public HttpClient Http { get; }

    /// <summary>Everything that the program printed so far: standard output and standard error.</summary>
    public IReadOnlyCollection<string> Lines => _lines;

    public int Id => _process.Id;

    /// <summary>True once it has ended by itself or was killed.</summary>
    public bool HasExited => _process.HasExited;

    /// <summary>Bytes of memory that were resident at most, as Linux counts (VmHWM).</summary>
    public long PeakMemory => long.Parse(File.ReadLines($"/proc/{Id}/status")
        .First(line => line.StartsWith("VmHWM", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]) * 1024;

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Starts the program in that working directory without waiting for anything.</summary>
    public static BotProcess Launch(
        string directory, IReadOnlyDictionary<string, string> settings, params string[] arguments)
    {
        string url = settings.GetValueOrDefault("Server__Urls") ?? $"http://127.0.0.1:{FreePort()}";
        var start = new ProcessStartInfo(Program)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = directory,
        };
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach ((string name, string value) in settings)
        {
            start.Environment[name] = value;
        }

        start.Environment["Server__Urls"] = url;
        return new BotProcess(Process.Start(start)!, new Uri(url));
    }

    /// <summary>Waits until <c>/readyz</c> answers 200.</summary>
    public async Task WaitUntilReadyAsync()
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            if (_process.HasExited)
            {
                throw new InvalidOperationException($"The program ended with {_process.ExitCode}:\n{string.Join('\n', _lines)}");
            }

            if (await IsReadyAsync())
            {
                return;
            }

            if (watch.Elapsed > LongestStart)
            {
                throw new TimeoutException($"The program is not ready:\n{string.Join('\n', _lines)}");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, CancellationToken.None);
        }
    }

    /// <summary>SIGKILL.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>SIGTERM, then the exit code.</summary>
    public async Task<int> StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString()]);
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    /// <summary>Waits until the program has ended by itself.</summary>
    public async Task<int> WaitForExitAsync(TimeSpan longest)
    {
        using var limit = new CancellationTokenSource(longest);
        await _process.WaitForExitAsync(limit.Token);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        Http.Dispose();
        _process.Dispose();
    }

    private async Task<bool> IsReadyAsync()
    {
        try
        {
            using HttpResponseMessage answer = await Http.GetAsync("/readyz");
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private void Take(string? line)
    {
        if (line is not null)
        {
            _lines.Enqueue(line);
        }
    }

    private static string FindRoot()
    {
        string? directory = AppContext.BaseDirectory;
        while (directory is not null && !File.Exists(Path.Combine(directory, "TelegramHls.Bot.sln")))
        {
            directory = Path.GetDirectoryName(directory);
        }

        return directory ?? throw new InvalidOperationException("The solution file was not found above the test.");
    }
}
