using System.Collections.Frozen;
using System.Diagnostics;

namespace TelegramHls.Bot.Hosting;

/// <summary>
/// Named moments at which a test may kill or fail the program, by the environment variable <c>TELEGRAMHLS_FAULTS</c>:
/// <c>NAME=kill</c>, <c>NAME=kill*N</c> (when it is reached for the N-th time) or <c>NAME=throw*TIMES</c>, separated by
/// <c>;</c>. Without that variable nothing happens anywhere.
/// </summary>
/// <param name="settings">Value of the variable; null for none.</param>
internal sealed class FaultPoints(string? settings)
{
    /// <summary>Name of the environment variable.</summary>
    public const string Variable = "TELEGRAMHLS_FAULTS";

    private readonly FrozenDictionary<string, Fault> _faults =
        (settings ?? string.Empty).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(fault => fault.Split('='))
            .Select(fault => KeyValuePair.Create(fault[0], Read(fault[1])))
            .ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Does what was asked for at the moment <paramref name="name"/>.</summary>
    /// <exception cref="IOException">A failure was asked for here.</exception>
    public void Reach(string name)
    {
        if (!_faults.TryGetValue(name, out Fault? fault))
        {
            return;
        }

        int left = Interlocked.Decrement(ref fault.Times);
        if (fault.Kill ? left != 0 : left < 0)
        {
            return;
        }

        if (fault.Kill)
        {
            // SIGKILL: no handler runs, nothing is flushed; what was not committed is lost.
            using var self = Process.GetCurrentProcess();
            self.Kill();

            // The signal may take a moment to arrive; nothing may be done in it.
            self.WaitForExit();
        }

        throw new IOException($"A fault was asked for at {name}.");
    }

    private static Fault Read(string action)
    {
        string[] words = action.Split('*');
        return new Fault(words[0] == "kill", words.Length > 1 ? int.Parse(words[1]) : 1);
    }

    private sealed class Fault(bool kill, int times)
    {
        public bool Kill => kill;

        public int Times = times;
    }
}
