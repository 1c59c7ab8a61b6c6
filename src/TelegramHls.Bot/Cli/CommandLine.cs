using System.CommandLine;
using TelegramHls.Bot.Hosting;

namespace TelegramHls.Bot.Cli;

/// <summary>The verbs and what is common to them: settings, exit codes, the shape of error messages.</summary>
internal static class CommandLine
{
    private const int Done = 0;
    private const int Failed = 1;
    private const int WrongUsage = 2;
    private const int WrongSettings = 3;

    public static async Task<int> InvokeAsync(string[] args, Func<WebApplicationBuilder, WebApplication> build)
    {
        var set = new Option<string[]>("--set")
        {
            Description = "Overrides a setting for this run: --set Server:Urls=http://127.0.0.1:8090",
            HelpName = "KEY=VALUE",
            Recursive = true,
        };
        var sample = new Option<bool>("--sample")
        {
            Description = "In sandbox mode, sends a sample film at the start and prints its links.",
        };
        var root = new RootCommand("Turns a Telegram chat into a private streaming service.") { set, sample };
        var serve = new Command("serve", "Runs the bot and its web server (the default).") { sample };
        root.Subcommands.Add(serve);
        Task<int> Serve(ParseResult parsed, CancellationToken cancellationToken) => GuardAsync(
            () => ServeVerb.RunAsync(build, parsed.GetValue(set) ?? [], parsed.GetValue(sample), cancellationToken));
        root.SetAction(Serve);
        serve.SetAction(Serve);

        ParseResult result = root.Parse(args);
        if (result.Errors.Count > 0)
        {
            string errors = string.Join(' ', result.Errors.Select(error => error.Message));
            await ExplainAsync("the command line was not understood", errors, "telegramhls --help");
            return WrongUsage;
        }

        // The host ends on SIGINT and SIGTERM by itself, in order.
        return await result.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
    }

    private static async Task<int> GuardAsync(Func<Task> verb)
    {
        try
        {
            await verb();
            return Done;
        }
        catch (SettingsException error)
        {
            await ExplainAsync("the settings do not fit", error.Message, error.Remedy);
            return WrongSettings;
        }
        catch (Exception error) when (SettingsFaults.Read(error) is { Count: > 0 } faults)
        {
            await ExplainAsync("the settings do not fit", string.Join(' ', faults), "set them in appsettings.json, the environment or with --set");
            return WrongSettings;
        }
        catch (IOException error) when (error.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            await ExplainAsync("the server cannot listen", error.Message, "stop what listens there, or set Server__Urls to another port");
            return Failed;
        }
    }

    private static async Task ExplainAsync(string error, string cause, string remedy)
    {
        await Console.Error.WriteLineAsync($"error: {error}");
        await Console.Error.WriteLineAsync($"cause: {cause}");
        await Console.Error.WriteLineAsync($"try: {remedy}");
    }
}
