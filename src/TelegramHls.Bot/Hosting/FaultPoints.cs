using System.Collections.Frozen;
using System.Diagnostics;
using System.Runtime.InteropServices;
using TelegramHls.Storage.Transport.Faults;

namespace TelegramHls.Bot.Hosting;

/// <summary>
/// Named moments at which a test may kill, stop or fail the program, by the environment variable <c>TELEGRAMHLS_FAULTS</c>:
/// <c>NAME=kill</c> (SIGKILL), <c>NAME=stop</c> (SIGTERM), either with <c>*N</c> (when it is reached for the N-th time), or
/// <c>NAME=ACTION*TIMES</c>, separated by <c>;</c>. Around calls to Telegram the action is what <see cref="TransportFault.Parse"/>
/// reads, elsewhere <c>throw</c>, and before and after steps also <c>hold</c>: nothing more happens until the step is cancelled.
/// <c>record=FILE</c> writes the name of each moment that is reached, a line each.
/// Without that variable nothing happens anywhere.
/// </summary>
/// <param name="settings">Value of the variable; null for none.</param>
/// <exception cref="FormatException">The value makes no sense.</exception>
internal sealed class FaultPoints(string? settings) : ITransportFaults
{
    /// <summary>Name of the environment variable.</summary>
    public const string Variable = "TELEGRAMHLS_FAULTS";

    private const string Kill = "kill";
    private const string Stop = "stop";
    private const string Hold = "hold";
    private const string Record = "record";
    private const int TerminationSignal = 15;

    private static readonly TimeSpan UntilNoticed = TimeSpan.FromMilliseconds(300);

    private readonly Lock _gate = new();

    private readonly FrozenDictionary<string, Fault> _faults =
        (settings ?? string.Empty).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(fault => fault.Split('='))
            .Select(fault => KeyValuePair.Create(fault[0], Read(fault[0], fault[^1])))
            .ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Does what was asked for at the moment <paramref name="name"/>.</summary>
    /// <exception cref="IOException">A failure was asked for here.</exception>
    public void Reach(string name)
    {
        if (Due(name) is not null)
        {
            throw new IOException($"A fault was asked for at {name}.");
        }
    }

    /// <summary>As <see cref="Reach"/>, at a moment in which a step may be held until it is cancelled.</summary>
    /// <exception cref="IOException">A failure was asked for here.</exception>
    public async Task PassAsync(string name, CancellationToken cancellationToken)
    {
        if (Due(name) is not { } fault)
        {
            return;
        }

        if (fault.Action != Hold)
        {
            throw new IOException($"A fault was asked for at {name}.");
        }

        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
    }

    /// <inheritdoc />
    public ValueTask<TransportFault?> ReachAsync(string point, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Due(point)?.Answer);

    private Fault? Due(string name)
    {
        if (_faults.TryGetValue(Record, out Fault? record))
        {
            lock (_gate)
            {
                File.AppendAllText(record.Action, $"{name}\n");
            }
        }

        if (!_faults.TryGetValue(name, out Fault? fault))
        {
            return null;
        }

        int left = Interlocked.Decrement(ref fault.Times);
        if (fault.IsEnd ? left != 0 : left < 0)
        {
            return null;
        }

        if (!fault.IsEnd)
        {
            return fault;
        }

        End(fault.Action);
        return null;
    }

    private static void End(string action)
    {
        using var self = Process.GetCurrentProcess();
        if (action == Stop)
        {
            // As an operator does it: everything is told to end while this moment lasts, and then goes on.
            _ = SendSignal(self.Id, TerminationSignal);
            _ = self.WaitForExit(UntilNoticed);
            return;
        }

        // SIGKILL: no handler runs, nothing is flushed; what was not committed is lost.
        self.Kill();

        // The signal may take a moment to arrive; nothing may be done in it.
        self.WaitForExit();
    }

    private static Fault Read(string name, string action)
    {
        string[] words = action.Split('*');
        bool isAnswer = name.StartsWith("telegram.", StringComparison.Ordinal) && words[0] is not (Kill or Stop);
        return new Fault(
            words[0],
            isAnswer ? TransportFault.Parse(words[0]) : null,
            words.Length > 1 ? int.Parse(words[1]) : 1);
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SendSignal(int process, int signal);

    private sealed class Fault(string action, TransportFault? answer, int times)
    {
        public string Action => action;

        /// <summary>True where the program is to end.</summary>
        public bool IsEnd => action is Kill or Stop;

        public TransportFault? Answer => answer;

        public int Times = times;
    }
}
