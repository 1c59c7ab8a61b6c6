using System.CommandLine;
using System.CommandLine.Parsing;
using TelegramHls.Bot.Cli.Bots;
using TelegramHls.Bot.Cli.Cache;
using TelegramHls.Bot.Cli.Cleanup;
using TelegramHls.Bot.Cli.Completion;
using TelegramHls.Bot.Cli.Config;
using TelegramHls.Bot.Cli.Dashboard;
using TelegramHls.Bot.Cli.Db;
using TelegramHls.Bot.Cli.Films;
using TelegramHls.Bot.Cli.Films.Adding;
using TelegramHls.Bot.Cli.Jobs;
using TelegramHls.Bot.Cli.Reports;
using TelegramHls.Bot.Cli.Scrub;

namespace TelegramHls.Bot.Cli;

/// <summary>The verbs and what is common to them: settings, exit codes, the shape of error messages.</summary>
internal static class CommandLine
{
    /// <summary>How the audit names whoever types verbs.</summary>
    public const string Who = "command line";

    public static async Task<int> InvokeAsync(string[] args, Func<WebApplicationBuilder, WebApplication> build)
    {
        RootCommand root = Tree(build);

        // A word that begins with @ is a bot's or a channel's name, no file of further arguments.
        ParseResult result = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (result.Errors.Count > 0)
        {
            string errors = string.Join(' ', result.Errors.Select(error => error.Message));
            await new Explanation(
                ExitCode.WrongUsage, "the command line was not understood", errors, $"{PathOf(result.CommandResult)} --help").WriteAsync();
            return ExitCode.WrongUsage;
        }

        // Verbs that last take SIGINT and SIGTERM themselves.
        return await result.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
    }

    /// <summary>All verbs, below the program's name.</summary>
    public static RootCommand Tree(Func<WebApplicationBuilder, WebApplication> build)
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
        var host = new VerbHost(build, set);
        var root = new RootCommand(
            """
            Turns a Telegram chat into a private streaming service.

            Example: telegramhls --set Server:Urls=http://127.0.0.1:8090
            """)
        {
            set, sample,
            AddVerb.Create(host), ListVerb.Create(host), ShowVerb.Create(host), LinksVerb.Create(host), DeleteVerb.Create(host),
            JobsCommand.Create(host), CacheCommand.Create(host), BotsCommand.Create(host), ScrubCommand.Create(host), CleanupVerb.Create(host), DbCommand.Create(host),
            ConfigCommand.Create(host), DashboardVerb.Create(host), CompletionVerb.Create(),
        };
        var serve = new Command(
            "serve", "Runs the bot and its web server (the default).\n\nExample: telegramhls serve --sample") { sample };
        root.Subcommands.Add(serve);
        Task<int> Serve(ParseResult parsed, CancellationToken cancellationToken) => VerbHost.GuardAsync(
            () => ServeVerb.RunAsync(build, host.Assignments(parsed), parsed.GetValue(sample)));
        root.SetAction(Serve);
        serve.SetAction(Serve);
        ReadableHelp.PutInto(root);
        return root;
    }

    private static string PathOf(SymbolResult command) => command is CommandResult { Command: RootCommand } or not CommandResult
        ? "telegramhls"
        : $"{PathOf(command.Parent!)} {((CommandResult)command).Command.Name}";
}
