using System.CommandLine;
using TelegramHls.Storage.Scrub;

namespace TelegramHls.Bot.Cli.Scrub;

/// <summary>The verb <c>scrub</c>.</summary>
internal static class ScrubCommand
{
    private const int UsualSample = 100;

    public static Command Create(VerbHost host)
    {
        var repair = new Option<bool>("--repair") { Description = "Makes replicas again from what is left, and deletes messages that no film needs." };
        var all = new Option<bool>("--all") { Description = "Looks at every part, and for messages that no film needs." };
        var sample = new Option<int>("--sample")
        {
            Description = "Looks at so many parts, drawn at random.",
            HelpName = "N",
            DefaultValueFactory = _ => UsualSample,
        };
        sample.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1)
            {
                result.AddError("--sample must be 1 or more.");
            }
        });
        var json = new Option<bool>("--json")
        {
            Description = "Writes {ok, findings: [{level, subject, text, remedy}], measured: {...}}.",
        };
        var scrub = new Command(
            "scrub",
            """
            Compares what is written down with the messages in the channels. Exit code 1 when a film is not whole.

            The server must be stopped. Each part takes one message of the limit of its channel, 20 a minute.

            Example: telegramhls scrub --all --repair
            """)
        {
            repair, all, sample, json,
        };
        scrub.SetAction((parsed, cancellationToken) => VerbHost.GuardAsync(() => ScrubVerb.RunAsync(
            host,
            host.Assignments(parsed),
            new ScrubOrder(parsed.GetValue(all) ? null : parsed.GetValue(sample), parsed.GetValue(repair)),
            parsed.GetValue(json),
            cancellationToken)));
        return scrub;
    }
}
