namespace TelegramHls.EndToEnd.Robustness.Kills;

/// <summary>How and when a life of the program ends.</summary>
/// <param name="Point">A fault point.</param>
/// <param name="Time">When it is reached for the so manieth time, from 1.</param>
/// <param name="Signal"><c>kill</c> (SIGKILL) or <c>stop</c> (SIGTERM).</param>
public sealed record Ending(string Point, int Time, string Signal)
{
    /// <summary>The exit code that follows: 128 + 9, or that of a proper stop.</summary>
    public int ExitCode => Signal == "kill" ? 137 : 0;

    /// <summary>At most so many messages with one part: a kill in the middle of a send costs one, a stop none.</summary>
    public int MostOfOneIndex => Signal == "kill" ? 2 : 1;

    /// <summary>At most so many cards: a kill between a card's sending and its row lets it be sent again.</summary>
    public int MostAnswers => this is { Signal: "kill", Point: "telegram.sendMessage.after" } ? 2 : 1;

    /// <summary>SIGKILL at every point, the first, the middle and the last time that it is reached, and SIGTERM at every point.</summary>
    public static IReadOnlyList<Ending> All(IReadOnlyDictionary<string, int> points) =>
    [
        .. from point in points.OrderBy(point => point.Key, StringComparer.Ordinal)
           from time in new[] { 1, (point.Value / 2) + 1, point.Value }.Distinct()
           select new Ending(point.Key, time, "kill"),
        .. from point in points.Keys.Order(StringComparer.Ordinal)
           select new Ending(point, 1, "stop"),
    ];

    /// <summary>As <c>TELEGRAMHLS_FAULTS</c> takes it.</summary>
    public override string ToString() => $"{Point}={Signal}*{Time}";
}
