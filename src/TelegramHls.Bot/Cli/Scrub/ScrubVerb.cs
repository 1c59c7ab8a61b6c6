using TelegramHls.Bot.Cli.Errands;
using TelegramHls.Bot.Cli.Reports;
using TelegramHls.Storage.Scrub;

namespace TelegramHls.Bot.Cli.Scrub;

/// <summary><c>scrub</c>: rows against messages, without a server.</summary>
internal static class ScrubVerb
{
    private const string Remedy = "stop it, run this again, then start it; meanwhile nothing is lost";

    public static Task<int> RunAsync(
        VerbHost host, string[] assignments, ScrubOrder order, bool json, CancellationToken cancellationToken) =>
        new LoneVerb(host, "scrub", Remedy).RunAsync(
            assignments,
            json,
            async services =>
            {
                var line = new ProgressLine("parts looked at", isSilent: json);
                ScrubReport found = await services.GetRequiredService<Scrubber>().RunAsync(order, line, cancellationToken);
                line.End();
                var words = ActivatorUtilities.CreateInstance<ScrubWords>(services);
                return new Report(await words.OfAsync(found, order, cancellationToken), ScrubCounts.Of(found));
            },
            cancellationToken);
}
