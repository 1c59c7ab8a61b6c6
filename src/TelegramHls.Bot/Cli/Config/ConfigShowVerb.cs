using System.CommandLine;
using TelegramHls.Bot.Cli.Reports;
using TelegramHls.Bot.Hosting;

namespace TelegramHls.Bot.Cli.Config;

/// <summary>The verb <c>config show</c>: reads the settings alone, so it needs no server and disturbs none.</summary>
internal static class ConfigShowVerb
{
    private static readonly string[] Head = ["SETTING", "SOURCE", "VALUE"];

    public static Command Create(VerbHost host)
    {
        Option<bool> json = VerbOptions.Json("{settings: [{key, value, source, variable}]}");
        var set = new Option<bool>("--given") { Description = "Only settings that are given somewhere." };
        var show = new Command(
            "show",
            """
            Shows every setting with its value and where that comes from: default, a file, the environment or --set. Of secrets only
            what is none, such as the number of a bot. It shows what this command reads: start it as the server is started.

            Example: telegramhls config show
            Example: telegramhls config show --given --json
            """)
        {
            set, json,
        };
        show.SetAction((parsed, _) => VerbHost.GuardAsync(() => RunAsync(host.Assignments(parsed), parsed.GetValue(set), parsed.GetValue(json))));
        return show;
    }

    private static async Task<int> RunAsync(string[] assignments, bool onlyGiven, bool json)
    {
        using var configuration = new ConfigurationManager();
        Settings.Load(configuration, assignments);
        ShownSetting[] settings = [.. ShownSetting.All(configuration).Where(setting => !onlyGiven || setting.Source != "default")];
        if (json)
        {
            await Console.Out.WriteLineAsync(JsonText.Of(new { Settings = settings }));
            return ExitCode.Done;
        }

        foreach (string line in Columns.Of(
            Head, settings.Select(setting => new[] { setting.Key, setting.Source, setting.Value ?? "-" }), Console.IsOutputRedirected ? int.MaxValue : Terminal.Width))
        {
            await Console.Out.WriteLineAsync(line);
        }

        return ExitCode.Done;
    }
}
