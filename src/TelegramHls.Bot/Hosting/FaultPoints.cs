using System.Collections.Concurrent;
using System.Diagnostics;

namespace TelegramHls.Bot.Hosting;

/// <summary>
/// Named moments at which a test may kill or fail the program, by the environment variable <c>TELEGRAMHLS_FAULTS</c>:
/// <c>NAME=kill</c> or <c>NAME=throw*TIMES</c>, separated by <c>;</c>. Without that variable nothing happens anywhere.
/// </summary>
/// <param name="settings">Value of the variable; null for none.</param>
internal sealed class FaultPoints(string? settings)
{
    /// <summary>Name of the environment variable.</summary>
    public const string Variable = "TELEGRAMHLS_FAULTS";

    private readonly ConcurrentDictionary<string, (bool Kill, int Times)> _faults = new(
        (settings ?? string.Empty).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(fault => fault.Split('='))
            .Select(fault => KeyValuePair.Create(fault[0], Read(fault[1]))));

    /// <summary>Does what was asked for at the moment <paramref name="name"/>.</summary>
    /// <exception cref="IOException">A failure was asked for here.</exception>
    public void Reach(string name)
    {
        if (_faults.IsEmpty || !_faults.TryGetValue(name, out (bool Kill, int Times) fault) || fault.Times == 0)
        {
            return;
        }

        if (fault.Kill)
        {
            // SIGKILL: no handler runs, nothing is flushed; what was not committed is lost.
            using var self = Process.GetCurrentProcess();
            self.Kill();
        }

        _faults[name] = (fault.Kill, fault.Times - 1);
        throw new IOException($"A fault was asked for at {name}.");
    }

    private static (bool Kill, int Times) Read(string action)
    {
        string[] words = action.Split('*');
        return (words[0] == "kill", words.Length > 1 ? int.Parse(words[1]) : 1);
    }
}
