using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using TelegramHls.Bot.Cli.Errands;
using TelegramHls.Bot.Ingest.Clean;
using TelegramHls.Bot.Wording;

namespace TelegramHls.Bot.Cli.Cleanup;

/// <summary>The verb <c>cleanup</c>.</summary>
internal static class CleanupVerb
{
    public static Command Create(VerbHost host)
    {
        var olderThan = new Option<TimeSpan>("--older-than")
        {
            Description = "Leaves younger leftovers of this machine alone: a number with s, m, h or d.",
            HelpName = "TIME",
            DefaultValueFactory = _ => TimeSpan.FromHours(24),
            CustomParser = Read,
        };
        var dryRun = new Option<bool>("--dry-run") { Description = "Only says what there is." };
        Option<bool> json = VerbOptions.Json(
            "{dryRun, spool: {count, bytes}, indexes, companions, cache, messages, found, deleted, emptied, left}");
        var cleanup = new Command(
            "cleanup",
            """
            Removes what films left behind: files of this machine that no film or job needs, and messages in the channels. The server
            does so by itself; this does it now.

            Example: telegramhls cleanup --dry-run
            Example: telegramhls cleanup --older-than 1h
            """)
        {
            olderThan, dryRun, json,
        };
        cleanup.SetAction((parsed, cancellationToken) => new ErrandVerb(host, host.Assignments(parsed), parsed.GetValue(json))
            .RunAsync<CleanedUp>(
                CleanupErrand.ErrandName,
                new CleanupOrder(parsed.GetValue(olderThan), parsed.GetValue(dryRun)),
                Words,
                cancellationToken));
        return cleanup;
    }

    private static TimeSpan Read(ArgumentResult result)
    {
        string text = result.Tokens.Count == 1 ? result.Tokens[0].Value : string.Empty;
        double seconds = text.Length < 2 ? 0 : text[^1] switch { 's' => 1, 'm' => 60, 'h' => 3600, 'd' => 86400, _ => 0 };
        if (seconds > 0 && uint.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out uint number) && number * seconds < 1e9)
        {
            return TimeSpan.FromSeconds(number * seconds);
        }

        result.AddError($"--older-than cannot be '{text}': a number with s, m, h or d, as in 24h.");
        return default;
    }

    private static IEnumerable<string> Words(CleanedUp done)
    {
        string verb = done.DryRun ? "would go" : "removed";
        yield return $"spool:      {Line(done.Spool)} {verb}";
        yield return $"indexes:    {Line(done.Indexes)} {verb}";
        yield return $"companions: {Line(done.Companions)} {verb}";
        yield return $"cache:      {Line(done.Cache)} {verb}";
        yield return done.DryRun
            ? $"messages:   {done.Messages} would go; lost ones are looked for without --dry-run"
            : $"messages:   {done.Deleted} deleted, {done.Emptied} emptied, {done.Left} left for later; {done.Found} of them were lost";
    }

    private static string Line(LeftFiles left) => $"{left.Count} ({Amount.Bytes(left.Bytes)})";
}
