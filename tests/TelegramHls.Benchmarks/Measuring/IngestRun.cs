using System.Globalization;
using System.Text.RegularExpressions;
using TelegramHls.Testing.EndToEnd;

namespace TelegramHls.Benchmarks.Measuring;

/// <summary>One film sent to a running program.</summary>
/// <param name="Card">The bot's last word.</param>
/// <param name="Waited">Seconds from the message to that word.</param>
/// <param name="Steps">Seconds of each step of the job, as the program logs them.</param>
/// <param name="Program">Processor time of the program and of the processes it started.</param>
/// <param name="Sandbox">Processor time of this process, in which the sandbox runs.</param>
internal sealed partial record IngestRun(
    Card Card, double Waited, IReadOnlyDictionary<string, double> Steps, ProcessorTime Program, double Sandbox)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(4);

    /// <summary>Seconds until every link works: all steps before the answer.</summary>
    public double Seconds => Steps.Where(step => step.Key is not ("announce" or "clean")).Sum(step => step.Value);

    public static async Task<IngestRun> MakeAsync(World world, string film)
    {
        int message = await world.SendAsync(film);
        int linesBefore = world.Bot.Lines.Count;
        ProcessorTime program = ProcessorTime.Of(world.Bot.Id);
        ProcessorTime own = ProcessorTime.Of(Environment.ProcessId);
        Card? card = null;
        double waited = await Stopped.SecondsAsync(async () => card = await world.AnswerToAsync(message, Longest));
        if (card is not { Links.Count: > 0 })
        {
            throw new InvalidOperationException($"The film was not stored: {card?.Text}\n{string.Join('\n', world.Bot.Lines)}");
        }

        return new IngestRun(
            card,
            waited,
            StepsIn(world.Bot.Lines.Skip(linesBefore)),
            ProcessorTime.Of(world.Bot.Id) - program,
            (ProcessorTime.Of(Environment.ProcessId) - own).Own);
    }

    private static Dictionary<string, double> StepsIn(IEnumerable<string> lines) => lines
        .Select(line => StepLine().Match(line))
        .Where(match => match.Success)
        .ToDictionary(
            match => match.Groups["step"].Value,
            match => double.Parse(match.Groups["seconds"].Value, CultureInfo.InvariantCulture));

    [GeneratedRegex(@"Step (?<step>\w+) of job \w+ took (?<seconds>[0-9.]+) s", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex StepLine();
}
