using System.CommandLine;

namespace TelegramHls.Bot.Cli.Config;

/// <summary>The verb <c>config</c>.</summary>
internal static class ConfigCommand
{
    public static Command Create(VerbHost host)
    {
        var offline = new Option<bool>("--offline") { Description = "Does not ask Telegram." };
        var askCloud = new Option<bool>("--ask-cloud")
        {
            Description = "With a Bot API server of your own, also asks the cloud server whether a bot is logged in there. Asking logs it in.",
        };
        var json = new Option<bool>("--json") { Description = "Writes {ok, findings: [{level, subject, text, remedy, variable}]}." };
        var check = new Command(
            "check",
            """
            Looks for everything that is wrong with the set-up, and says what to do. Exit code 3 when something is.

            Example: telegramhls config check --offline
            """)
        {
            offline, askCloud, json,
        };
        check.SetAction((parsed, cancellationToken) => VerbHost.GuardAsync(() => ConfigCheckVerb.RunAsync(
            host,
            host.Assignments(parsed),
            new CheckOptions(parsed.GetValue(offline), parsed.GetValue(askCloud), parsed.GetValue(json)),
            cancellationToken)));
        return new Command("config", "Looks at the settings.\n\nExample: telegramhls config check") { check, ConfigShowVerb.Create(host) };
    }
}
