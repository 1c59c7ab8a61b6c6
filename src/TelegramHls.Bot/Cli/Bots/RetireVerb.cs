using TelegramHls.Bot.Cli.Errands;
using TelegramHls.Bot.Cli.Reports;

namespace TelegramHls.Bot.Cli.Bots;

/// <summary><c>bots retire</c>: without a server.</summary>
internal static class RetireVerb
{
    private const string Remedy =
        "stop it, run this again, then start it; or take the bot out of the settings: what it sent gets ids of other bots by itself";

    public static Task<int> RunAsync(
        VerbHost host, string[] assignments, RetireOrder order, bool json, CancellationToken cancellationToken) =>
        new LoneVerb(host, "bots retire", Remedy).RunAsync(
            assignments,
            json,
            async services =>
            {
                var retire = ActivatorUtilities.CreateInstance<BotsRetire>(
                    services, ActivatorUtilities.CreateInstance<RetiredMarks>(services));
                var line = new ProgressLine("parts", isSilent: json);
                IReadOnlyList<Finding> findings = await retire.RunAsync(order, line, cancellationToken);
                if (retire.Report is not null)
                {
                    line.End();
                }

                return new Report(findings, retire.Report);
            },
            cancellationToken);
}
